/** Groups of answers nobody has looked at yet, said where something is about to be decided. */
import { Link } from 'wouter'
import { useMe } from '../parts/staff/me.ts'

type Props = { slug: string; groups: number; when: string }

export function Waiting({ slug, groups, when }: Props) {
  const roles = useMe()?.account?.roles ?? []
  const mayDecide = roles.includes('admin') || roles.includes('publisher')
  if (groups === 0) return null
  return (
    <p className="notice" data-kind="warm">
      {groups === 1 ? 'Un groupe de réponses attend' : `${groups} groupes de réponses attendent`} un avis (doublons ou
      arrivées inhabituelles). {when}{' '}
      {mayDecide ? (
        <Link href={`/terrain/${slug}/signalees`}>Les regarder</Link>
      ) : (
        'Une personne qui a le droit «\u202fApprobation\u202f» les trouve dans «\u202fTerrain\u202f».'
      )}
    </p>
  )
}
