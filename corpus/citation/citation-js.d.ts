/** The part of citation-js (which ships no types) that is used here. */
declare module '@citation-js/core' {
  interface OutputOptions {
    template?: string
    lang?: string
    format?: 'text' | 'html' | 'object'
    asEntryArray?: boolean
  }
  export const plugins: {
    config: { get(plugin: string): unknown }
    output: { format(name: string, items: readonly unknown[], options?: OutputOptions): unknown }
  }
}
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
