/** The typical week as a heat map, one layer at a time, with its scale. */
import { useMemo, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { Tabs } from '../../parts/staff/Tabs.tsx'

const scale = [
  'personne',
  'moins de 5\u202f%',
  '5 à 10\u202f%',
  '10 à 20\u202f%',
  '20 à 40\u202f%',
  '40\u202f% et plus',
]

export function WeekMap({ chart: { title, base, alt, layers } }: { chart: analyse.WeekChart }) {
  const [chosen, setChosen] = useState(layers[0]!.layer as string)
  const layer = layers.find((one) => one.layer === chosen) ?? layers[0]!
  const spec = useMemo(() => ({ kind: 'week' as const, ...layer }), [layer])
  return (
    <>
      <h2>{title}</h2>
      <p className="muted">{base}</p>
      <Tabs
        label="Couche"
        tabs={layers.map((one) => ({ name: one.layer, title: one.title }))}
        chosen={layer.layer}
        onChoose={setChosen}
      >
        <Chart spec={spec} label={`${layer.title}. ${alt}`} height={290} />
        <ul className="scale" data-layer={layer.layer}>
          {scale.map((text, level) => (
            <li key={text} data-level={level}>
              {text}
            </li>
          ))}
          <li data-level="hatched">hachuré : incertain</li>
          <li data-level="secret">trop petit</li>
        </ul>
      </Tabs>
    </>
  )
}
