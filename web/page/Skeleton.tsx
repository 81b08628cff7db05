/** A placeholder of grey lines while text is loading. */
interface SkeletonProps {
  lines: number
  /** Describes what is loading, for screen readers. */
  label: string
  className?: string
}

export function Skeleton({ lines, label, className = '' }: SkeletonProps) {
  return (
    <div className={className}>
      <p className="sr-only">{label}</p>
      <div aria-hidden="true" className="pulse-slowly space-y-3">
        {Array.from({ length: lines }, (_, line) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their index
            key={line}
            className="h-3.5 rounded-[2px] bg-wash"
            style={{ width: `${[96, 100, 88, 94, 72][line % 5]}%` }}
          />
        ))}
      </div>
    </div>
  )
}
