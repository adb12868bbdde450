/** The pages of the results of one questionnaire, above each of them. */
import { Link, useLocation } from 'wouter'

const rooms = [
  { path: 'publications', text: 'Publications' },
  { path: 'questions', text: 'Explorer les réponses' },
  { path: 'typologies', text: 'Typologie' },
]

export function QuestionnaireNav({ slug }: { slug: string }) {
  const [path] = useLocation()
  return (
    <nav aria-label="Résultats" className="rooms room-nav">
      {rooms.map((room) => {
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
