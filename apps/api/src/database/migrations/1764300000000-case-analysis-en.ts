/** The case analysis of the network as it was first given out. Never edited: a change is a migration of its own. */
export const caseAnalysisEn = {
  id: '0198c0de-7e00-7000-8000-000000000002',
  language: 'en',
  name: 'Well-being case analysis',
  description:
    'The whole analysis in twelve sections: from task and learning question to lessons and next steps.',
  sections: [
    {
      key: 'opgave',
      title: 'The task',
      guidance:
        'What is going on, since when, and why does something have to happen now? Describe the task so that an outsider understands it. What came before? Who sees this as a problem, and who does not? A drawing of how things hang together is welcome.',
      isRequired: true,
    },
    {
      key: 'leervraag',
      title: 'Learning question',
      guidance:
        'What does the case holder want to learn from the CoP? Write one question, and say what a good answer would make possible. Which learning question of the CoP does this case belong to? Give its letter.',
      isRequired: true,
    },
    {
      key: 'gebied-en-cijfers',
      title: 'Area and figures',
      guidance:
        'Which area is this about, and how is it doing? Choose a few figures that matter. Give the year, the source and a comparison with each. Let residents speak too: figures do not tell everything.',
      isRequired: false,
    },
    {
      key: 'betrokkenen',
      title: 'People and parties',
      guidance:
        'Who has to do with the task? Name the interest and the influence of each party. Who is not at the table yet, and who speaks for those who come later or live elsewhere?',
      isRequired: false,
    },
    {
      key: 'ingreep-en-opties',
      title: 'Intervention and options',
      guidance:
        'What are the options? Always begin with the zero option: what happens if you do nothing extra? Say for each option why you think it works: “If we …, then …, because …”.',
      isRequired: true,
    },
    {
      key: 'effectmatrix',
      title: 'Effect matrix',
      guidance:
        'The effects of each option are in the effect matrix of this case. Everybody fills it in alone first; then you lay the answers side by side. Write here what the talk about it brought: where did you agree, and where not? Do not add the effects up.',
      isRequired: false,
      tool: 'effect-matrix',
    },
    {
      key: 'afruil-synergie-afwenteling',
      title: 'Trade-offs, co-benefits, shifted burdens',
      guidance:
        'Which effects depend on each other? A trade-off: one comes at the expense of the other. A co-benefit: one strengthens the other. A shifted burden: the bill ends up later or elsewhere. Say for each pair how large it is and who decides about it.',
      isRequired: false,
    },
    {
      key: 'verdeling',
      title: 'Distribution',
      guidance:
        'Who gains and who loses? Look at groups of people and at places: neighbourhoods, villages, nearby regions. What do you think is a fair distribution, and why?',
      isRequired: false,
    },
    {
      key: 'sturing-en-leren',
      title: 'Steering and learning',
      guidance:
        'Who does what, and when can you still adjust? Agree beforehand what you will look at, in figures and in stories. Who learns from it, and who may then change something?',
      isRequired: false,
    },
    {
      key: 'lessen',
      title: 'Lessons',
      guidance:
        'What have you learnt that is of use to somebody else? Say for each lesson when it holds and when it does not. Name tips, and the dilemmas that stay as well.',
      isRequired: true,
    },
    {
      key: 'handelingsperspectief',
      title: 'Options for action',
      guidance:
        'What can happen now? Write the next steps separately for the region, the province and central government. What do you ask of ministries? Say for each step who begins and when.',
      isRequired: true,
    },
    {
      key: 'bronnen-en-bijlagen',
      title: 'Sources and attachments',
      guidance:
        'Where does this come from? Put documents and links here, the method that you used, and the sessions in which the case was discussed.',
      isRequired: false,
    },
  ],
} as const;
