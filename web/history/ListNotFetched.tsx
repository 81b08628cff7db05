/** In the place of the list, where its part of the program could not be fetched. */
export function ListNotFetched(_props: { current: string | undefined }) {
  return (
    <p role="status" className="pr-4 pl-5 wide:pl-8 py-4 text-label text-soft">
      The list could not be fetched. Load the page again once the server answers.
    </p>
  )
}
