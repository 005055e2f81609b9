import type { IngredientCreate } from './ingredient.ts';

/** A starter entry: what is reported of a substance, without any strength or volume. */
export type CatalogueEntry = IngredientCreate & { key: string };

type Given = Pick<IngredientCreate, 'name' | 'class' | 'tier' | 'cautions' | 'source'> &
  Partial<IngredientCreate> & { key: string };

// Vehicle and status depend on the product a clinic buys, so they start as unknown (review).
const entry = (given: Given): CatalogueEntry => ({
  vehicle: 'unknown',
  regulatoryStatus: 'unlicensed_unknown',
  statedPurpose: null,
  anaestheticFamily: 'none',
  anaestheticMaxMgPerKg: null,
  anaestheticMaxMg: null,
  isFiveAri: false,
  isAutologous: false,
  isSuspended: false,
  isSingleDose: false,
  openDaysMax: null,
  ...given,
  concentrationValue: null,
  concentrationUnit: null,
});

const FIVE_ARI = {
  class: 'five_alpha_reductase_inhibitor',
  tier: 'principal',
  regulatoryStatus: 'licensed_off_label',
  isFiveAri: true,
} as const;

const COMPLEMENTARY_VITAMIN = { class: 'vitamin', tier: 'complementary' } as const;

/**
 * The ingredients a new clinic may take over, as reported in CLINICAL.md section 4. Tier is the
 * usual label, not evidence; strength, vehicle and status are the clinic's to fill in. `source` names
 * the papers behind the cautions, as a clinician can look them up.
 */
export const STARTER_CATALOGUE: readonly CatalogueEntry[] = [
  entry({
    key: 'minoxidil',
    name: 'Minoxidil',
    class: 'vasodilator',
    tier: 'principal',
    cautions:
      'Blood pressure fell in a trial: measure before and after. Heart disease or blood pressure ' +
      'drugs need review. Not in pregnancy or breastfeeding. Water holds about 2 mg/ml: look for ' +
      'precipitate.',
    source:
      'Trial via dermatologyadvisor.com; Azam & Morsi 2010; Basilio 2025, PMID 40327110; uspharmacist.com',
  }),
  entry({
    ...FIVE_ARI,
    key: 'dutasteride',
    name: 'Dutasteride',
    cautions: 'Reviews conflict tenfold on the strength used.',
    source:
      'Abdallah, abstract; Moftah 2013; Saceda-Corralo 2022, PMID 35816059; actasdermo S1578219020301396',
  }),
  entry({
    ...FIVE_ARI,
    key: 'finasteride',
    name: 'Finasteride',
    cautions: 'No injectable strength was found in the literature.',
    source: 'EMA referral page on finasteride and dutasteride',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'biotin',
    name: 'Biotin (B7)',
    cautions: 'Disturbs blood tests, troponin too: ask about tests in the next 72 hours.',
    source: 'FDA, via ris.world and tctmd.com',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'dexpanthenol',
    name: 'Dexpanthenol (B5)',
    cautions: 'May irritate at the site.',
    source: 'Moftah 2013; actasdermo S1578219020301396',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'pyridoxine',
    name: 'Pyridoxine (B6)',
    cautions: 'May irritate at the site.',
    source: 'Moftah 2013; actasdermo S1578219020301396',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'thiamine',
    name: 'Thiamine (B1)',
    cautions: 'Anaphylaxis and deaths reported after injection: ask about allergy.',
    source: 'phadia drug-allergy page',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'b_complex',
    name: 'Vitamin B complex',
    cautions: 'Holds thiamine, with anaphylaxis and deaths reported: ask about allergy.',
    source: 'phadia drug-allergy page',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'folic_acid',
    name: 'Folic acid',
    cautions: 'Precipitates in acid.',
    source: 'General knowledge, not verified',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'vitamin_c',
    name: 'Vitamin C',
    cautions: 'Degrades vitamin B12 in a mix.',
    source: 'General knowledge, not verified',
  }),
  entry({
    ...COMPLEMENTARY_VITAMIN,
    key: 'vitamin_b12',
    name: 'Vitamin B12',
    cautions: 'Degraded by vitamin C in a mix.',
    source: 'General knowledge, not verified',
  }),
  entry({
    key: 'antioxidant',
    name: 'Antioxidant (other)',
    class: 'antioxidant',
    tier: 'complementary',
    cautions: '',
    source: 'General knowledge, not verified',
  }),
  entry({
    key: 'zinc',
    name: 'Zinc',
    class: 'mineral',
    tier: 'complementary',
    cautions: 'Irritant. Precipitates with phosphate or carbonate.',
    source: 'General knowledge, not verified',
  }),
  entry({
    key: 'minerals',
    name: 'Minerals (other)',
    class: 'mineral',
    tier: 'complementary',
    cautions: 'Irritant. Precipitates with phosphate or carbonate.',
    source: 'General knowledge, not verified',
  }),
  entry({
    key: 'amino_acids',
    name: 'Amino acids',
    class: 'amino_acid',
    tier: 'complementary',
    cautions: 'Record the lot of the product.',
    source: 'Gajjar 2019, PMC6463458',
  }),
  entry({
    key: 'ready_made_mix',
    name: 'Ready-made mix of many components',
    class: 'ready_made_mix',
    tier: 'complementary',
    cautions:
      'A mix of 56 components had no overall advantage over 5 % minoxidil. Record its lot. ' +
      'Check every component for allergy.',
    source: 'Gajjar 2019, PMC6463458',
  }),
  entry({
    key: 'hyaluronic_acid',
    name: 'Hyaluronic acid, not crosslinked',
    class: 'hyaluronic_acid',
    tier: 'complementary',
    regulatoryStatus: 'medical_device',
    cautions: 'Never a crosslinked filler: it can block vessels, with necrosis and hair loss.',
    source: 'Issa 2022, doi 10.1097/DSS.0000000000003498; J Clin Med 2024;13:6878',
  }),
  entry({
    key: 'copper_peptide',
    name: 'Copper peptide (GHK-Cu)',
    class: 'peptide',
    tier: 'complementary',
    regulatoryStatus: 'cosmetic_not_for_injection',
    cautions: 'No human trial of injection for hair was found.',
    source: 'readfairwitness.com; gpt-dict.com',
  }),
  entry({
    key: 'lidocaine',
    name: 'Lidocaine',
    class: 'anaesthetic',
    tier: 'complementary',
    anaestheticFamily: 'amide',
    anaestheticMaxMgPerKg: 4.5,
    anaestheticMaxMg: 300,
    cautions: 'Maximum is for plain solution. Ask about parabens and sulfites.',
    source: 'skyscape poison table; wikem.org; dentalcare.com ce449; medscape',
  }),
  entry({
    key: 'procaine',
    name: 'Procaine',
    class: 'anaesthetic',
    tier: 'complementary',
    anaestheticFamily: 'ester',
    // Tables give 7 or 10 mg/kg; the lower asks for review earlier.
    anaestheticMaxMgPerKg: 7,
    anaestheticMaxMg: 600,
    cautions: 'Tables disagree on the maximum (7 or 10 mg/kg); the lower is used here.',
    source: 'skyscape poison table; wikem.org; dentalcare.com ce449; medscape',
  }),
  entry({
    key: 'buflomedil',
    name: 'Buflomedil',
    class: 'vasodilator',
    tier: 'complementary',
    isSuspended: true,
    cautions: 'All EU authorisations, injection included, were suspended on 13 February 2012.',
    source: 'EMA referral page on buflomedil',
  }),
  entry({
    key: 'mesoglycan',
    name: 'Mesoglycan',
    class: 'other',
    tier: 'complementary',
    cautions: 'Hair loss at the sites reported, some of it scarring.',
    source: 'Duque-Estrada 2009, PMID 19577328',
  }),
  entry({
    key: 'homeopathic',
    name: 'Homeopathic preparation',
    class: 'homeopathic',
    tier: 'complementary',
    cautions: 'Hair loss at the sites reported, some of it scarring.',
    source: 'Duque-Estrada 2009, PMID 19577328',
  }),
  entry({
    key: 'plant_extract',
    name: 'Plant extract',
    class: 'plant_extract',
    tier: 'complementary',
    cautions: 'Hair loss at the sites reported, some of it scarring.',
    source: 'Duque-Estrada 2009, PMID 19577328',
  }),
  entry({
    key: 'prp',
    name: 'Platelet-rich plasma (PRP)',
    class: 'autologous_product',
    tier: 'principal',
    vehicle: 'plasma',
    regulatoryStatus: 'autologous',
    isAutologous: true,
    cautions:
      'Review platelet disorder, sepsis, local infection, anticoagulant and cancer. Trials disagree.',
    source: 'Review, thieme s-0038-1660845; Gressenberger 2020, Acta DV 100',
  }),
  entry({
    key: 'pn_pdrn',
    name: 'Polynucleotides (PN, PDRN)',
    class: 'polynucleotide',
    tier: 'complementary',
    regulatoryStatus: 'medical_device',
    cautions: 'Made from fish: ask about fish allergy. Headache, swelling and rash reported.',
    source: 'Samadi, uncontrolled; PMID 25524027',
  }),
  entry({
    key: 'growth_factors',
    name: 'Growth factors',
    class: 'growth_factor',
    tier: 'complementary',
    cautions: 'Ask about cancer. Check what the law allows.',
    source: 'Gupta 2023, PMID 37558233',
  }),
  entry({
    key: 'exosomes',
    name: 'Exosomes or cell products',
    class: 'biologic',
    tier: 'complementary',
    cautions: 'Ask about cancer. Check what the law allows.',
    source: 'Gupta 2023, PMID 37558233',
  }),
  entry({
    key: 'botulinum_toxin',
    name: 'Botulinum toxin',
    class: 'biologic',
    tier: 'complementary',
    cautions: 'Check what the law allows.',
    source: 'Gupta 2023, PMID 37558233',
  }),
  entry({
    key: 'corticosteroid',
    name: 'Corticosteroid (alopecia areata)',
    class: 'corticosteroid',
    tier: 'principal',
    cautions: 'Not for a mesotherapy mix. Atrophy reported.',
    source: 'General knowledge, not verified',
  }),
];
