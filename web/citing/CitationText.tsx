/** A citation with its italics. The server's HTML has only `<i>` elements; it is parsed here, not inserted as HTML. */
export function CitationText({ html }: { html: string }) {
  let offset = 0
  return html.split(/<i>(.*?)<\/i>/).map((piece, index) => {
    const key = offset
    offset += piece.length + 1
    const text = decodeHtmlText(piece)
    return index % 2 === 1 ? <i key={key}>{text}</i> : <span key={key}>{text}</span>
  })
}

function decodeHtmlText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
}
