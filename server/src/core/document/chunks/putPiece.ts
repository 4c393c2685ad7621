import type { Block } from '../blockBuilder';
import type { List, Row, Table, TextUnit } from '../documentModel';
import { byOffset, moveItem, moveList, moveRow, moveTable, moveUnit } from '../moveBlock';
import type { Piece } from './piece';

/** A row or an item that was read again, in a block of its own. */
export interface FreshPiece {
  readonly block: Block;
  /** What to add to its offsets. */
  readonly offset: number;
  /** How much longer it has become. */
  readonly delta: number;
}

/** A table or a list with one row or item read again; undefined where what stands within it is counted anew. */
export function putPiece(block: Block | undefined, piece: Piece, fresh: FreshPiece): Block | undefined {
  if (!block) return undefined;
  return piece.kind === 'table' ? putRow(block, piece, fresh) : putItem(block, piece, fresh);
}

function putRow(block: Block, { index, end }: Piece, fresh: FreshPiece): Block | undefined {
  const [table] = block.tables;
  const old = table?.rows[index];
  const row = fresh.block.tables[0]?.rows[0];
  if (!table || !old || !row) return undefined;
  const { offset, delta } = fresh;
  const until = table.rows[index + 1]?.unit ?? block.units.length;
  const own = fresh.block.units.map((unit) => ({
    ...moveUnit(unit, byOffset(offset)),
    row: unit.row && { table: 0, row: index },
  }));
  const units = replace(block.units, old.unit, until - old.unit, own, (unit) => moveUnit(unit, byOffset(delta)));
  const move = { ...byOffset(delta), units: own.length - (until - old.unit) };
  const put: Row = moveRow(row, { ...byOffset(offset), units: old.unit });
  const rows = replace(table.rows, index, 1, [put], (one) => moveRow(one, move));
  const isLast = block.span.end <= end;
  const span = {
    start: block.span.start,
    end: isLast ? fresh.block.span.end + offset : block.span.end + delta,
  };
  return { ...block, span, units, tables: [{ ...table, span, rows }] };
}

function putItem(block: Block, piece: Piece, fresh: FreshPiece): Block | undefined {
  const [list] = block.lists;
  const first = list?.items[piece.index]?.units[0];
  const [item, following] = fresh.block.lists[0]?.items ?? [];
  const until = following?.units[0];
  if (!list || first === undefined || !item || until === undefined) return undefined;
  const [, ...lists] = block.lists;
  const [, ...freshLists] = fresh.block.lists;
  const nested = findWithin(lists, piece);
  const tables = findWithin(block.tables, piece);
  // The lists and tables after it keep their numbers.
  if (freshLists.length !== nested.count || fresh.block.tables.length !== tables.count) return undefined;
  const { offset, delta } = fresh;
  const own = fresh.block.units.slice(0, until).map((unit): TextUnit => {
    const moved = moveUnit(unit, { ...byOffset(offset), lists: nested.from, tables: tables.from });
    return unit.item?.list === 0 ? { ...moved, item: { list: 0, item: piece.index } } : moved;
  });
  const count = list.items[piece.index]?.units.length ?? 0;
  const inPlace = { ...byOffset(offset), units: first };
  const after = { ...byOffset(delta), units: own.length - count };
  const items = replace(list.items, piece.index, 1, [moveItem(item, inPlace)], (one) => moveItem(one, after));
  const root = { ...list, span: { start: list.span.start, end: list.span.end + delta }, items };
  const putLists = freshLists.map((one) => moveList(one, inPlace));
  const putTables = fresh.block.tables.map((one) => moveTable(one, inPlace));
  return {
    ...block,
    span: { start: block.span.start, end: block.span.end + delta },
    units: replace(block.units, first, count, own, (unit) => moveUnit(unit, byOffset(delta))),
    lists: [root, ...replace(lists, nested.from, nested.count, putLists, (one) => moveList(one, after))],
    tables: replace(block.tables, tables.from, tables.count, putTables, (one) => moveTable(one, after)),
  };
}

/** Which of some lists or tables, in order, stand in a piece. */
function findWithin(members: readonly (List | Table)[], { start, end }: Piece) {
  const from = members.filter(({ span }) => span.start < start).length;
  return { from, count: members.filter(({ span }) => span.start < end).length - from };
}

/** A list with `count` of its members replaced, and those after them moved. */
function replace<T>(members: readonly T[], from: number, count: number, by: readonly T[], move: (one: T) => T): T[] {
  return [...members.slice(0, from), ...by, ...members.slice(from + count).map(move)];
}
