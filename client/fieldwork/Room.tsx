/** One questionnaire on the field: its places, one at a time. */
import { type ComponentType, useCallback } from 'react'
import { Link, Redirect } from 'wouter'
import { Loading } from '../parts/Loading.tsx'
import { useMe } from '../parts/staff/me.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Calendar } from './Calendar.tsx'
import { Codes } from './Codes.tsx'
import { Flags } from './Flags.tsx'
import { Progress } from './Progress.tsx'
import type { PlaceProps } from './place-props.ts'
import { Sharing } from './Sharing.tsx'

type Place = {
  name: string
  text: string
  lead: string
  stage: 'share' | 'follow'
  Page: ComponentType<PlaceProps>
  isForDeciders?: true
}

const places: Place[] = [
  { name: 'calendrier', text: 'Calendrier', lead: 'Ouvrir, prolonger, clore, figer.', stage: 'share', Page: Calendar },
  {
    name: 'diffusion',
    text: 'Diffusion',
    lead: 'Liens, affiches et textes prêts à envoyer.',
    stage: 'share',
    Page: Sharing,
  },
  {
    name: 'codes',
    text: 'Codes d’invitation',
    lead: 'Un code par personne, qui sert une fois.',
    stage: 'share',
    Page: Codes,
  },
  { name: 'suivi', text: 'Suivi', lead: 'Qui répond, et qui manque encore.', stage: 'follow', Page: Progress },
  {
    name: 'signalees',
    text: 'Réponses à regarder',
    lead: 'Rien n’est effacé : une personne décide.',
    stage: 'follow',
    Page: Flags,
    isForDeciders: true,
  },
]

export function Room({ slug, place }: { slug: string; place: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/fieldwork/:slug', { params: { slug } }), [slug]))
  const roles = useMe()?.account?.roles ?? []
  const mayDecide = roles.includes('admin') || roles.includes('publisher')
  const shown = places.filter(({ isForDeciders }) => mayDecide || !isForDeciders)
  const here = shown.find(({ name }) => name === place)
  if (!here) return <Redirect to={`/terrain/${slug}/calendrier`} replace />
  const title = loaded && 'value' in loaded ? loaded.value.title : ''
  return (
    <StaffFrame title={here.text} lead={here.lead} questionnaire={{ slug, title, stage: here.stage }}>
      <nav aria-label={here.stage === 'share' ? 'Diffuser' : 'Suivre'} className="fieldwork-places">
        {shown
          .filter(({ stage }) => stage === here.stage)
          .map(({ name, text }) => (
            <Link key={name} href={`/terrain/${slug}/${name}`} aria-current={name === place ? 'page' : undefined}>
              {text}
            </Link>
          ))}
      </nav>
      <Loading loaded={loaded} again={again}>
        {(page) => <here.Page page={page} mayDecide={mayDecide} again={again} />}
      </Loading>
    </StaffFrame>
  )
}
