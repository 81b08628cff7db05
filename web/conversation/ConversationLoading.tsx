import { Skeleton } from '../page/Skeleton.tsx'

export function ConversationLoading() {
  return (
    <Skeleton
      lines={6}
      label="The conversation is loading"
      className="mx-auto w-full max-w-[48rem] px-8 pt-12"
    />
  )
}
