/** The export actions (copy, download, print) for answers, and the message that confirms them. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type Exchange, messageText } from '../conversation/message-parts.ts'
import { download } from '../page/download.ts'
import { today } from '../page/today.ts'
import { answersAsMarkdown } from './as-markdown.ts'
import { answerAsText } from './as-text.ts'
import { exportedAnswer } from './exported-answer.ts'
import { fetchCitations } from './fetch-citations.ts'
import { answerFileName } from './file-name.ts'
import { useNoteStyle } from './note-style.ts'
import { printAnswers } from './PrintedAnswers.tsx'

/** How long the confirmation is shown (ms). */
const CONFIRMATION_MS = 4000

/** @param exchanges the exchanges to export: one, or a whole conversation */
export function useExport(exchanges: readonly Exchange[], showMessage: (message: string) => void) {
  const client = useQueryClient()
  const [style] = useNoteStyle()
  return useMemo(() => {
    const prepared = async () => {
      const answers = exchanges.map(exportedAnswer)
      return { answers, citations: await fetchCitations(client, answers, style) }
    }
    const question = exchanges[0] ? messageText(exchanges[0].question) : ''

    const copy = async (format: () => Promise<string>) => {
      const text = await format()
      try {
        await navigator.clipboard.writeText(text)
        showMessage('Copied')
      } catch {
        showMessage('The browser does not allow copying here')
      }
    }
    const markdown = async () => {
      const { answers, citations } = await prepared()
      return answersAsMarkdown(answers, citations, today())
    }
    return {
      /** Fetches the citations early, because browsers allow copying only shortly after a click. */
      prefetch: () => void prepared(),
      copyText: () =>
        copy(async () => {
          const { answers, citations } = await prepared()
          return answers.map((answer) => answerAsText(answer, citations)).join('\n\n\n')
        }),
      copyMarkdown: () => copy(markdown),
      downloadMarkdown: async () => {
        download(new Blob([await markdown()], { type: 'text/markdown' }), answerFileName(question, 'md'))
        showMessage('The Markdown file is in your downloads')
      },
      downloadWord: async () => {
        showMessage('The Word document is being written')
        try {
          const [{ answersAsWord }, { answers, citations }] = await Promise.all([
            import('./as-word.ts'),
            prepared(),
          ])
          download(await answersAsWord(answers, citations, today()), answerFileName(question, 'docx'))
          showMessage('The Word document is in your downloads')
        } catch {
          showMessage('The Word document could not be written. Is the server still running?')
        }
      },
      print: async () => {
        const { answers, citations } = await prepared()
        printAnswers(answers, citations)
      },
    }
  }, [client, exchanges, showMessage, style])
}

/** A confirmation message that disappears by itself. */
export function useConfirmation(): readonly [message: string, showMessage: (message: string) => void] {
  const [message, showMessage] = useState('')
  useEffect(() => {
    if (message === '') return
    const timer = setTimeout(() => showMessage(''), CONFIRMATION_MS)
    return () => clearTimeout(timer)
  }, [message])
  return [message, showMessage]
}
