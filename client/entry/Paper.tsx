/** /gerer/papier: forms to print by batches, and what has come back of each. */

import { useCallback } from 'react'
import type { paper, QuestionnaireList } from '../../api/wire/public.ts'
import { languageRows } from '../../surveys/languages.ts'
import { isCensus } from '../../surveys/questionnaire/audiences.ts'
import { ask } from '../parts/api.ts'
import { Loading } from '../parts/Loading.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { dayText } from '../parts/staff/dates.ts'
import { useMe } from '../parts/staff/me.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { PrintForm } from './PrintForm.tsx'

type Page = { batches: paper.Batch[]; questionnaires: QuestionnaireList['questionnaires'] }

async function load(): Promise<Page> {
  const [{ batches }, { questionnaires }] = await Promise.all([call('GET /api/paper'), ask('GET /api/questionnaires')])
  // a census is answered with a code: no form of it is printed
  return { batches, questionnaires: questionnaires.filter(({ audience }) => !isCensus(audience)) }
}

export function Paper() {
  const [loaded, again, refresh] = useLoaded(useCallback(load, []))
  const roles = useMe()?.account?.roles ?? []
  const mayPrint = roles.includes('admin') || roles.includes('publisher')
  return (
    <StaffFrame title="Papier" lead="Chaque feuille porte un numéro, pour la saisie, et un code que la personne garde.">
      <Loading loaded={loaded} again={again}>
        {({ batches, questionnaires }) => (
          <>
            {mayPrint && <PrintForm questionnaires={questionnaires} onPrinted={refresh} />}
            <BatchTable batches={batches} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })

const seconds = ({ again, waiting, unsettled }: paper.Batch) =>
  [`${again} faites`, `${waiting} à faire`, ...(unsettled > 0 ? [`${unsettled} à trancher`] : [])].join(', ')

function BatchTable({ batches }: { batches: paper.Batch[] }) {
  return (
    <section className="section">
      <h2>Lots imprimés</h2>
      <DataTable
        caption="Lots imprimés"
        rows={batches}
        empty="Aucun lot n’a encore été imprimé."
        columns={[
          { title: 'Lot', isHeading: true, cell: ({ id }) => id },
          { title: 'Questionnaire', cell: ({ title, language }) => `${title} · ${languageRows[language].french}` },
          { title: 'Imprimé', cell: ({ at, by }) => `${dayText(at)}, ${by}` },
          { title: 'Saisies', cell: ({ entered, printed }) => `${entered} sur ${printed}` },
          { title: 'Secondes saisies', cell: seconds },
          {
            title: 'Écarts',
            cell: ({ compared, different }) =>
              compared === 0 ? '—' : `${percent.format(different / compared)} (${different} sur ${compared} réponses)`,
          },
        ]}
      />
    </section>
  )
}
