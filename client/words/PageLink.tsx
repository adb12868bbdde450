/** A link to a page that the server writes (results, directory, ideas), in the person's language where it exists in that; else it says « en français ». */
import type { ReactNode } from 'react'
import { languageRows } from '../../surveys/languages.ts'
import { useLanguage, useSay } from './useSay.ts'

type Props = { to: string; className?: string; children: ReactNode }

export function PageLink({ to, className, children }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { hasPages } = languageRows[language]
  return (
    <a
      className={className}
      href={language === 'fr' || !hasPages ? to : `${to}?langue=${language}`}
      hrefLang={hasPages ? undefined : languageRows.fr.tag}
    >
      {children}
      {!hasPages && ` (${say('inFrench')})`}
    </a>
  )
}
