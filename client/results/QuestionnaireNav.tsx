/** The places of one questionnaire, above each of them. */
import { Link, useLocation } from 'wouter'

const rooms = [
  { path: 'questions', text: 'Explorer les réponses' },
  { path: 'typologies', text: 'Typologie' },
  { path: 'terrain', text: 'La collecte' },
  { path: 'publications', text: 'Publications' },
]

export function QuestionnaireNav({ slug }: { slug: string }) {
  const [path] = useLocation()
  return (
    <nav aria-label="Ce questionnaire" className="rooms">
      <Link href="/analyse">← Le plan</Link>
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
