/** What made-up papers are made of. All of it is invented; it is as varied as real papers are, in what it says and in what it leaves out. */
type Words = readonly [string, ...string[]];

function words(list: string): Words {
  const [first = '', ...rest] = list.trim().split(/\s*[,\n]\s*/);
  return [first, ...rest];
}

export const CASES: readonly (readonly [title: string, parts: Words])[] = [
  [
    'Strategic case',
    words(
      'Strategic context, The case for change, Spending objectives, Existing arrangements, Business needs, Scope, Main benefits, Main risks, Constraints and dependencies, Stakeholders and engagement, Policy alignment, Equality impact',
    ),
  ],
  [
    'Economic case',
    words(
      'Critical success factors, Long list, Short list, Economic appraisal, Costs, Benefits appraisal, Risk appraisal, Distributional analysis, Sensitivity analysis, Preferred option',
    ),
  ],
  [
    'Commercial case',
    words(
      'Required services, Procurement strategy, Market engagement, Risk allocation, Payment mechanisms, Contract length, Social value, Personnel implications, Subsidy control',
    ),
  ],
  [
    'Financial case',
    words(
      'Capital requirement, Revenue impact, Funding sources, Affordability, Balance sheet impact, Cash flow, Contingency, Financial risks',
    ),
  ],
  [
    'Management case',
    words(
      'Governance, Project plan, Change management, Benefits realisation, Risk management, Monitoring and evaluation, Contract management, Assurance, Resourcing',
    ),
  ],
];

export const GROUPS = words(
  `care leavers, disabled residents, young people not in education, long-term unemployed residents, lone parents, unpaid carers, residents of the two wards,
women returning to work, adults with no qualifications, people from ethnic minority backgrounds, older workers, people leaving prison, small businesses,
private renters, school leavers, veterans, refugees, commuters, apprentices, families on low incomes, the local community, all residents, key stakeholders`,
);
export const PLACES = words(
  'Walsall, Netherbrook, Sandwell, Cutlers End, Tipton, the corridor, East Birmingham, Coventry, Dudley, the Black Country, the region, Wolverhampton, Solihull, the town centre, B19',
);
export const THINGS = words(
  `business case, preferred option, training centre, bus network, benefits register, risk register, delivery partner, procurement route, framework agreement, employment and skills plan,
social value weighting, grant agreement, ground lease, planning permission, section 106 agreement, household survey, local needs assessment, baseline, counterfactual, evaluation plan,
living wage clause, childcare offer, workspace, towpath, station, depot, programme board, funding envelope, contingency, travel time saving, net present value, benefit cost ratio, optimism bias,
maintenance backlog, adult skills fund, apprenticeship, guaranteed interview, supply chain, community fund, data sharing agreement, equality impact assessment, operating model, land remediation`,
);
export const QUALITIES = words(
  'proposed, current, indicative, robust, proportionate, affordable, quantified, significant, independent, regional, local, phased, agreed, revised, inclusive, sustainable, transformational, vibrant, measurable, annual',
);
export const DOES = words(
  'supports, reduces, improves, requires, exceeds, depends on, aligns with, replaces, constrains, addresses, delivers, reflects, confirms, assumes, enables, delays, offsets, benefits, helps, excludes',
);
export const WAS = words(
  `was assessed against, has been reviewed by, will be monitored through, is funded from, was tested with, is governed by, is recorded in, will be procured through, has been validated by, is reported to,
will be developed at FBC with, is held by, will be measured by, is decided by`,
);
export const ENDS = words(
  `over a sixty year appraisal period, within the agreed funding envelope, before the next approval point, in each of the three phases, as set out in the commercial case,
under the central scenario, at 2025/26 prices, after adjusting for optimism bias, compared with the do minimum, by March 2031, by the end of the financial year, subject to Treasury consent,
where the evidence allows, according to the household survey of 2025, see section 3.2, which the Board will decide on 12 June 2027, to be confirmed`,
);
export const OPENINGS = words(
  'However, As a result, In addition, In practice, At this stage, On balance, By contrast, It is well known that, We asked residents and, Workshops in 2025 showed that, If nothing is done',
);
export const WHO = words(
  'The Combined Authority, The Council, The programme board, The project team, The college, The Trust, Our panel of residents, The landowner, The operator, Dr. Shah of the university, The Mayor',
);
export const UNITS = words(
  'jobs, homes, residents, apprenticeships, households, businesses, places, journeys a day, square metres',
);
export const ODD_LINES = words(
  `Page 12 of 240, \\newpage, {: .no_toc}, 17, [TBC], TBC, Insert text here., <<insert summary>>, OFFICIAL – SENSITIVE, * * *, &nbsp;`,
);
/** Labels of link definitions at the end of a paper, referred to all through it. */
export const SOURCES = words('green-book, magenta-book, five-case, growth-plan, needs-assessment, procurement-act');
