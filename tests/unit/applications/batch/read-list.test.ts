import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../../src-main/applications/batch/csv.ts'
import { listedDate, readList } from '../../../../src-main/applications/batch/read-list.ts'

const head = '氏名,フリガナ,住所,生年月日,申請書ID'
const people = `${head}\r\n見本　花子,ミホン　ハナコ,架空県見本市中央１,昭和62年7月15日,20260401000010000102001\r\n見本　太郎,,架空県見本市中央１,1985/4/3,\r\n`
const read = (text: string | Buffer) => readList(Buffer.isBuffer(text) ? text : Buffer.from(text), 'outreach')

describe('a list of a company', () => {
  it('is read in UTF-8, with or without its mark, and in Shift_JIS, to the same people', () => {
    const plain = read(people)
    expect(plain.check).toMatchObject({ encoding: 'utf8', people: 2, importable: true, problems: [], columns: { missing: [], unknown: [] } })
    expect(plain.people[0]?.facts).toMatchObject({ kind: 'first', collection: 'outreach', formId: '20260401000010000102001', birthDate: '1987-07-15', applicant: { name: '見本　花子', kana: 'ミホン　ハナコ', address: '架空県見本市中央１' } })
    expect(read(`\uFEFF${people}`).people).toEqual(plain.people)
    const japanese = read(iconv.encode(people, 'windows932'))
    expect(japanese.check.encoding).toBe('shiftJis')
    expect(japanese.people).toEqual(plain.people)
  })

  it('names columns that are missing, unknown or there twice, and takes nobody', () => {
    const { check, people: taken } = read('氏名,社員番号,氏名\n見本　花子,7,見本　花子\n')
    expect(check.columns).toEqual({ found: ['氏名', '氏名'], missing: ['生年月日', '住所'], unknown: ['社員番号'], twice: ['氏名'] })
    expect(check.importable).toBe(false)
    expect(taken).toEqual([])
  })

  it('names every wrong value by its line and column', () => {
    const wrong = `${head}\n,,架空県,1990-04-01,\n見本　花子,,架空県,1990-02-30,123\n見本　太郎,,架空県,1990-04-01,20260401000010000102001\n見本　一郎,,架空県,1990-04-01,20260401000010000102001\n`
    expect(read(wrong).check.problems).toEqual([
      { line: 2, column: '氏名', problem: 'empty' },
      { line: 3, column: '生年月日', problem: 'notADate' },
      { line: 3, column: '申請書ID', problem: 'notAFormId' },
      { line: 5, column: '申請書ID', problem: 'repeated' },
    ])
    expect(read(wrong).people).toEqual([])
  })

  it('counts lines as an editor does, also where a cell has line ends', () => {
    expect(parseCsv('a,b\n"1\n2",3\n\n4,"5""6"')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', '3'] },
      { line: 4, cells: [''] },
      { line: 5, cells: ['4', '5"6'] },
    ])
  })

  it.each([
    ['1990-04-01', '1990-04-01'],
    ['1990/4/1', '1990-04-01'],
    ['平成２年４月１日', '1990-04-01'],
    ['H2.4.1', '1990-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['S64/1/7', '1989-01-07'],
    ['90/4/1', null],
    ['1990-13-01', null],
    ['', null],
  ])('the date %s', (text, iso) => expect(listedDate(text)).toBe(iso))

  it('reads whatever it is given to the end, and takes nobody from rubbish', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => !read(Buffer.from(bytes)).check.importable))
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(parseCsv(text).map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })
})
