/** One part of the authority as a table: typed or pasted, tried with sentences, then put in force as a dated version. */
import { useCallback, useMemo } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { Loading } from '../../parts/Loading.tsx'
import { takeAuthority } from '../../parts/staff/me.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { type VersionCalls, VersionEditor } from '../tables/VersionEditor.tsx'
import './authority.css'

type Page = { table: staff.TablePage; number: number }

export function AuthorityTable({ name }: { name: string }) {
  const load = useCallback(async (): Promise<Page> => {
    const table = await call('GET /api/authority/tables/:table', { params: { table: name } })
    return { table, number: table.current?.number ?? 0 }
  }, [name])
  const [loaded, again, refresh] = useLoaded(load)
  const table = loaded && 'value' in loaded ? loaded.value.table : null
  return (
    <StaffFrame title={table?.title ?? 'Collectivité'} {...(table ? { lead: table.help } : {})} isWide>
      <p>
        <Link href="/gerer/collectivite">Toute la collectivité</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(page) => <Editor page={page} onSaved={refresh} />}
      </Loading>
    </StaffFrame>
  )
}

function Editor({ page: { table, number }, onSaved }: { page: Page; onSaved: () => void }) {
  const { name } = table
  const calls = useMemo((): VersionCalls => {
    const params = { table: name }
    return {
      read: (text) => call('POST /api/authority/tables/:table/read', { params, body: { text } }),
      check: (cells) => call('POST /api/authority/tables/:table/check', { params, body: { cells } }),
      async save(draft) {
        await call('POST /api/authority/tables/:table', { params, body: draft })
        await takeAuthority()
      },
    }
  }, [name])
  return (
    <>
      {name === 'liens' && <Numbered />}
      <VersionEditor
        page={table}
        draftKey={`authority:${name}`}
        calls={calls}
        words={words}
        from={number}
        onSaved={onSaved}
        preview={preview}
      />
    </>
  )
}

/** What the numbers of a line stand for: a short plan is read at once, a long one when asked for. */
const Numbered = () => (
  <details className="authority-numbers" open={objectives().length <= 12}>
    <summary>{levelHeading('objective', 2)} du plan, avec leurs numéros</summary>
    <ul>
      {objectives().map(({ number, title }) => (
        <li key={number}>
          {number}. {title}
        </li>
      ))}
    </ul>
  </details>
)

const preview = (changes: string[]) => (
  <Section id="changes-title" title="Ce qui changera">
    <div role="status">
      {changes.length === 0 ? (
        <p className="muted">Rien pour l’instant : les lignes disent ce qui est en vigueur, ou sont encore à revoir.</p>
      ) : (
        <ul className="authority-changes">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </div>
  </Section>
)

const words = {
  title: 'D’où vient ce changement',
  sourceHelp: 'Plan signé, avenant, délibération… avec sa référence.',
  dateLabel: 'En vigueur depuis',
  dateHelp: 'Le jour de la décision, pas celui de la saisie : ce qui a été fait avant garde les mots d’avant.',
  button: 'Mettre en vigueur',
  saved: 'La nouvelle version est en vigueur.',
}
