/** The pages of the results of one questionnaire, above each of them. */
import { Link, useLocation } from 'wouter'
import type { analyse } from '../../api/wire/public.ts'
import { leastTypology } from '../../surveys/thresholds.ts'

const rooms = [
  { path: 'publications', text: 'Publications' },
  { path: 'questions', text: 'Explorer les réponses' },
]
const typologies = { path: 'typologies', text: 'Typologie' }

/** @param publication in force; null = none, or not known yet */
export function QuestionnaireNav({ slug, publication }: { slug: string; publication: analyse.PublicationLine | null }) {
  const [path] = useLocation()
  const isClassed = publication !== null && publication.complete >= leastTypology
  return (
    <nav aria-label="Résultats" className="rooms room-nav">
      {[...rooms, ...(isClassed ? [typologies] : [])].map((room) => {
        const href = `/analyse/${slug}/${room.path}`
        return (
          <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
            {room.text}
          </Link>
        )
      })}
    </nav>
  )
}
