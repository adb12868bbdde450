/** What setting answers aside changes in the results, without and with them. */
import { useEffect, useRef, useState } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { Button } from '../parts/forms/Button.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { notifyProblem } from '../parts/staff/Toasts.tsx'

type Props = {
  slug: string
  /** While people answer nothing is compared: the difference would tell what somebody said. */
  isClosed: boolean
  hasAside: boolean
}

export function Shifts({ slug, isClosed, hasAside }: Props) {
  const [report, setReport] = useState<fieldwork.Shifts | null>(null)
  const [isBusy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // the button is gone with the answer
  useEffect(() => {
    if (report) heading.current?.focus()
  }, [report])
  if (!hasAside) return null
  async function compare() {
    setBusy(true)
    try {
      setReport(await call('GET /api/fieldwork/:slug/flags/shifts', { params: { slug } }))
    } catch (error) {
      notifyProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="section" aria-labelledby="shifts">
      <div>
        <h2 id="shifts" ref={heading} tabIndex={-1}>
          Ce que cela change
        </h2>
        <p className="muted">
          Les résultats sans les réponses mises de côté, et avec elles. Seuls les plus grands écarts.
        </p>
      </div>
      {!isClosed ? (
        <p>La comparaison se fera une fois le questionnaire clos.</p>
      ) : report === null ? (
        <div className="actions">
          <Button disabled={isBusy} onClick={compare}>
            {isBusy ? 'Comparaison…' : 'Comparer sans et avec'}
          </Button>
        </div>
      ) : report.shiftNote ? (
        <p>{report.shiftNote}</p>
      ) : (
        <DataTable
          caption="Résultats sans et avec les réponses mises de côté"
          rows={report.shifts}
          keyOf={({ title }) => title}
          empty="Aucun résultat ne change."
          columns={[
            { title: 'Résultat', isHeading: true, cell: ({ title }) => title },
            { title: 'Sans', isNumber: true, cell: (row) => row.without },
            { title: 'Avec', isNumber: true, cell: (row) => row.with },
          ]}
        />
      )}
    </section>
  )
}
