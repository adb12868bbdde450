/** The zones on a map, each commune in the colour of its zone; never a figure by commune. */
import { useCallback, useMemo } from 'react'
import type { analyse } from '../../api/wire.ts'
import { Loading } from '../admin/Loading.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Chart } from './Chart.tsx'
import { ExplorerTable } from './ExplorerTable.tsx'

export function ZoneMap({ explored, answer }: { explored: analyse.Explored; answer: string | null }) {
  const [loaded, again] = useLoaded(useCallback(() => call<analyse.TerritoryMap>('GET', '/api/analyse/map'), []))
  return (
    <Loading loaded={loaded} again={again}>
      {(territory) => <Drawn explored={explored} answer={answer} territory={territory} />}
    </Loading>
  )
}

type Props = { explored: analyse.Explored; answer: string | null; territory: analyse.TerritoryMap }

function Drawn({ explored, answer, territory: { outlines, communes, source, zoneSource, provisional } }: Props) {
  const told = useMemo(
    () => (explored.cells ?? []).filter(({ dims }) => answer === null || dims.reponse === answer),
    [explored, answer],
  )
  const spec = useMemo(() => {
    const places = new Map(
      communes.map(({ code, zone, zoneName }) => {
        const cell =
          told.find(({ dims }) => dims.zone === zone) ?? told.find(({ dims }) => dims.zone === 'autres-groupes')
        return [
          code,
          {
            name: zoneName,
            value: cell?.estimate.value ?? null,
            text: cell ? `${cell.text} (${cell.interval})` : 'secret',
          },
        ] as const
      }),
    )
    return { kind: 'map' as const, outlines, places }
  }, [told, outlines, communes])
  return (
    <>
      <Chart
        spec={spec}
        height={380}
        label="Carte des communes, chacune dans la couleur de sa zone : du plus clair, le moins, au plus foncé, le plus. Les chiffres sont dans le tableau."
      />
      <p className="muted small">
        Contours : {source}. {provisional ? 'Zonage provisoire. ' : ''}
        {zoneSource}.
      </p>
      <ExplorerTable explored={{ ...explored, cells: told }} />
    </>
  )
}
