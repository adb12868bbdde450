/** One questionnaire on the field: its tabs, one at a time. */
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
import { Sharing } from './Sharing.tsx'
import type { TabProps } from './tab-props.ts'

type Tab = {
  name: string
  text: string
  lead: string
  stage: 'share' | 'follow'
  Page: ComponentType<TabProps>
  isForDeciders?: true
}

const tabs: Tab[] = [
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

export function FieldworkTabs({ slug, tab }: { slug: string; tab: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/fieldwork/:slug', { params: { slug } }), [slug]))
  const roles = useMe()?.account?.roles ?? []
  const mayDecide = roles.includes('admin') || roles.includes('publisher')
  const shown = tabs.filter(({ isForDeciders }) => mayDecide || !isForDeciders)
  const here = shown.find(({ name }) => name === tab)
  if (!here) return <Redirect to={`/terrain/${slug}/calendrier`} replace />
  const title = loaded && 'value' in loaded ? loaded.value.title : ''
  return (
    <StaffFrame title={here.text} lead={here.lead} questionnaire={{ slug, title, stage: here.stage }}>
      <nav aria-label={here.stage === 'share' ? 'Diffuser' : 'Suivre'} className="fieldwork-tabs">
        {shown
          .filter(({ stage }) => stage === here.stage)
          .map(({ name, text }) => (
            <Link key={name} href={`/terrain/${slug}/${name}`} aria-current={name === tab ? 'page' : undefined}>
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
