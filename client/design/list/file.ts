/** A file given for a new questionnaire: what it is called, and what to say when it cannot be read. */

export type FileHead = { title: string; slug: string }

/** Empty where the file does not say. */
export function headIn(text: string): FileHead {
  try {
    const { title, slug } = JSON.parse(text) as { title?: unknown; slug?: unknown }
    const words = typeof title === 'object' && title !== null ? (title as { default?: unknown }).default : title
    return { title: typeof words === 'string' ? words : '', slug: typeof slug === 'string' ? slug : '' }
  } catch {
    return { title: '', slug: '' }
  }
}

export function unreadable(text: string, error: unknown): string {
  if (text.trim() === '') return 'Choisissez un fichier, ou collez son texte.'
  const line = /line (\d+)/.exec(String(error))?.[1]
  return `Ce texte n’est pas du JSON${line ? `, ligne\u00a0${line}` : ''}\u202f: exportez à nouveau le questionnaire, ou choisissez un autre fichier. Rien n’est perdu\u202f: le texte reste ici.`
}
