/** The French beside what is about to be written: a column shifted by one line is seen at once. */
import type { TextChange, TextRow } from '../../../surveys/edit/texts.ts'
import { languageRows } from '../../../surveys/languages.ts'

export function Beside({ rows, changes }: { rows: readonly TextRow[]; changes: readonly TextChange[] }) {
  const french = new Map(rows.map(({ at, texts }) => [at.join(), texts.fr]))
  if (changes.length === 0) return null
  return (
    <table className="data texts-beside">
      <caption>Vérifiez que chaque ligne est en face de son texte</caption>
      <tbody>
        {changes.slice(0, 60).map(({ at, language, words }) => (
          <tr key={`${language} ${at.join()}`}>
            <th scope="row">{french.get(at.join())}</th>
            <td lang={languageRows[language].tag} dir={languageRows[language].direction}>
              {words}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
