/** One line in the language of the browser, where the page is in French and could be in that one. */
import { languageBefore, setComfort, useComfort } from '../parts/comfort.ts'
import { Button } from '../parts/forms/Button.tsx'
import { useOffered } from '../parts/site.ts'

export function InYourLanguage() {
  const { language } = useComfort()
  const offered = useOffered()
  const [browsers = ''] = navigator.language.split('-')
  const [own, row] = offered.find(([code]) => code === browsers) ?? []
  // who has just left that language has chosen
  if (!own || !row?.offer || language !== 'fr' || languageBefore() === own) return null
  return (
    <p className="own-language no-print">
      <Button lang={row.tag} dir={row.direction} onClick={() => void setComfort({ language: own }).catch(() => {})}>
        {row.offer}
      </Button>
    </p>
  )
}
