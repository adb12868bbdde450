/** Where the results stand, or will: an address that never changes, on every receipt. */

import { PageLink } from '../words/PageLink.tsx'
import { useSay } from '../words/useSay.ts'
import { useIsShared } from './shared.ts'
import { publicOrigin, useSite } from './site.ts'

/** @param slug of a questionnaire; null for the list of all results */
export function ResultsLine({ slug }: { slug: string | null }) {
  const say = useSay()
  const isShared = useIsShared()
  const path = slug === null ? '/resultats' : `/resultats/${slug}`
  const isRead = useSite()?.results.some((open) => slug === null || open === slug)
  const address = `${publicOrigin().replace(/^https?:\/\//, '')}${path}`
  if (isRead && !isShared)
    return (
      <>
        {say(slug === null ? 'results.some' : 'results.first')}{' '}
        <PageLink to={path}>
          <b>{say('results.link')}</b>
        </PageLink>{' '}
        <bdi className="results-address muted">{address}</bdi>
      </>
    )
  return (
    <>
      {say(isRead ? (slug === null ? 'results.some' : 'results.first') : 'results.here')}{' '}
      {isShared ? (
        <bdi className="results-address">{address}</bdi>
      ) : (
        <PageLink className="results-address" to={path}>
          <bdi>{address}</bdi>
        </PageLink>
      )}
    </>
  )
}
