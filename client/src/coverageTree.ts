import {
  commands,
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import {
  type Coverage,
  type CoverageCell,
  type CoverageSection,
  type DocumentStatus,
  Messages,
  type State,
} from '../../server/src/protocol/protocol';
import { countStates, describeCounts, stateWords } from './coverageWords';
import { describeOpen, describeType } from './statusWords';
import type { Toolkit } from './toolkit';

type Node =
  | { readonly kind: 'document'; readonly status: DocumentStatus }
  | { readonly kind: 'section'; readonly coverage: Coverage; readonly section: CoverageSection }
  | {
      readonly kind: 'cell';
      readonly coverage: Coverage;
      readonly section: CoverageSection;
      readonly cell: CoverageCell;
    };

const icons: Readonly<Record<State, ThemeIcon>> = {
  present: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  thin: new ThemeIcon('color-mode', new ThemeColor('list.warningForeground')),
  missing: new ThemeIcon('circle-large-outline', new ThemeColor('list.errorForeground')),
  waived: new ThemeIcon('circle-slash'),
  'not-expected': new ThemeIcon('dash'),
};

/** The tree of documents, sections and considerations. Leaves out what is not expected: the panel shows that too. */
export function registerCoverageTree(toolkit: Toolkit): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: toItem,
    getChildren: (node) => findChildren(toolkit, node),
  };
  const view = window.createTreeView('inclusiveGrowth.coverage', { treeDataProvider: provider, showCollapseAll: true });
  const listening = toolkit.statuses.onDidChange(() => {
    void commands.executeCommand('setContext', 'inclusiveGrowth.hasDocuments', toolkit.statuses.checked().length > 0);
    changed.fire(undefined);
  });
  return Disposable.from(view, changed, listening);
}

async function findChildren(toolkit: Toolkit, node: Node | undefined): Promise<Node[]> {
  if (!node) return toolkit.statuses.checked().map((status) => ({ kind: 'document', status }));
  if (node.kind === 'cell') return [];
  if (node.kind === 'section') {
    const { coverage, section } = node;
    return section.cells.filter(isExpected).map((cell) => ({ kind: 'cell', coverage, section, cell }));
  }
  const coverage = await toolkit.ask<Coverage | null>(Messages.coverage, { uri: node.status.uri });
  if (!coverage) return [];
  return coverage.sections
    .filter(({ cells }) => cells.some(isExpected))
    .map((section) => ({ kind: 'section', coverage, section }));
}

function isExpected({ state }: CoverageCell): boolean {
  return state !== 'not-expected';
}

function toItem(node: Node): TreeItem {
  switch (node.kind) {
    case 'document':
      return documentItem(node.status);
    case 'section':
      return sectionItem(node.coverage, node.section);
    case 'cell':
      return cellItem(node.coverage, node.section, node.cell);
  }
}

function documentItem(status: DocumentStatus): TreeItem {
  const uri = Uri.parse(status.uri);
  const item = new TreeItem(uri, TreeItemCollapsibleState.Collapsed);
  item.id = status.uri;
  item.description = `${describeType(status)}, ${describeOpen(status)}`;
  item.tooltip = status.words;
  item.iconPath = new ThemeIcon('file');
  item.contextValue = 'document';
  return item;
}

function sectionItem({ uri }: Coverage, { cells, heading, index, kindTitle, range }: CoverageSection): TreeItem {
  const item = new TreeItem(heading, TreeItemCollapsibleState.Collapsed);
  item.id = `${uri}#${index}`;
  item.description = describeCounts(countStates(cells));
  item.tooltip = kindTitle ? `Taken for: ${kindTitle}` : 'The heading is not recognised.';
  item.iconPath = icons[worstState(cells)];
  item.command = { command: 'inclusiveGrowth.showPlace', title: 'Show', arguments: [uri, range] };
  return item;
}

function cellItem(
  coverage: Coverage,
  { index }: CoverageSection,
  { consideration, range, state, words }: CoverageCell,
): TreeItem {
  const title = coverage.considerations.find(({ id }) => id === consideration)?.title ?? consideration;
  const item = new TreeItem(title);
  item.id = `${coverage.uri}#${index}/${consideration}`;
  item.description = words;
  item.tooltip = `${title}: ${words}`;
  item.iconPath = icons[state];
  item.contextValue = 'consideration';
  item.accessibilityInformation = { label: `${title}, ${stateWords[state]}, ${words}` };
  item.command = { command: 'inclusiveGrowth.showPlace', title: 'Show', arguments: [coverage.uri, range] };
  return item;
}

function worstState(cells: readonly CoverageCell[]): State {
  const order: readonly State[] = ['missing', 'thin', 'waived', 'present'];
  return order.find((state) => cells.some((cell) => cell.state === state)) ?? 'not-expected';
}
