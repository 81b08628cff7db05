/** A citation with its italics. The server's HTML has only `<i>` elements; it is parsed here, not inserted as HTML. */
export function CitationText({ html }: { html: string }) {
  let at = 0
  return html.split(/<i>(.*?)<\/i>/).map((piece, index) => {
    const key = at
    at += piece.length + 1
    const text = textOf(piece)
    return index % 2 === 1 ? <i key={key}>{text}</i> : <span key={key}>{text}</span>
  })
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
}
