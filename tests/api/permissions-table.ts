/** Who may do each operation, written by hand from the product's table: never derived from the server. */
export const COLUMNS = ['nobody', 'receptionist', 'practitioner', 'manager', 'owner'] as const;

/** One kind of person of the table. */
export type Column = (typeof COLUMNS)[number];

const everyone: readonly Column[] = COLUMNS;
const staff: readonly Column[] = ['receptionist', 'practitioner', 'manager', 'owner'];
const care: readonly Column[] = ['practitioner'];
const careAndManagers: readonly Column[] = ['practitioner', 'manager', 'owner'];
const managers: readonly Column[] = ['manager', 'owner'];
const importers: readonly Column[] = ['receptionist', 'manager', 'owner'];
const registrars: readonly Column[] = ['receptionist', 'practitioner'];
const owner: readonly Column[] = ['owner'];

/** Each operation and who may do it. An operation that is not here fails the test. */
export const PERMISSIONS: Record<string, readonly Column[]> = {
  getHealth: everyone,
  getSetup: everyone,
  setUpClinic: everyone,
  openDemo: everyone,
  signIn: everyone,
  openLink: everyone,
  acceptLink: everyone,

  getMe: staff,
  signOut: staff,
  signOutEverywhere: staff,
  changePassword: staff,
  lockDesk: staff,
  unlockDesk: staff,

  getClinic: staff,
  updateClinic: managers,
  listStaff: staff,
  inviteStaff: owner,
  getStaff: owner,
  updateStaff: owner,
  resetPassword: owner,
  listAudit: staff,

  listAppointmentTypes: staff,
  createAppointmentType: managers,
  orderAppointmentTypes: managers,
  updateAppointmentType: managers,
  archiveAppointmentType: managers,
  restoreAppointmentType: managers,
  listStaffHours: staff,
  // A practitioner's own; another's is refused, which a test beside the code shows.
  createStaffHours: careAndManagers,
  updateStaffHours: careAndManagers,
  removeStaffHours: careAndManagers,
  listTimeOff: staff,
  createTimeOff: careAndManagers,
  updateTimeOff: careAndManagers,
  removeTimeOff: careAndManagers,
  listClosures: staff,
  createClosure: managers,
  updateClosure: managers,
  removeClosure: managers,
  listDisplacedAppointments: staff,
  search: staff,
  streamChanges: staff,
  listNotifications: staff,
  readNotifications: staff,

  listPatients: staff,
  getPatient: staff,
  findDuplicatePatients: staff,
  createPatient: registrars,
  updatePatient: registrars,
  archivePatient: registrars,
  restorePatient: registrars,
  exportPatients: owner,
  getPatientChart: care,

  listImports: importers,
  uploadImport: importers,
  getImport: importers,
  mapImport: importers,
  listImportProblems: importers,
  runImport: importers,
  exportBadRows: importers,
  discardImport: importers,
  // Whoever started a job may follow it; another person's job is not found.
  getJob: staff,

  listIngredients: careAndManagers,
  getIngredient: careAndManagers,
  createIngredient: care,
  addStarterCatalogue: care,
  updateIngredient: care,
  archiveIngredient: care,
  restoreIngredient: care,

  listRecipes: careAndManagers,
  getRecipe: careAndManagers,
  getRecipeVersion: careAndManagers,
  createRecipe: care,
  updateRecipe: care,
  createRecipeVersion: care,
  updateRecipeVersion: care,
  archiveRecipe: care,
  restoreRecipe: care,

  getSchedule: staff,
  listAppointments: staff,
  getAppointment: staff,
  findFreeSlots: staff,
  listBookableCourses: staff,
  bookAppointment: registrars,
  updateAppointment: registrars,
  moveAppointments: registrars,
  stepAppointment: registrars,
  cancelAppointment: registrars,
  undoAppointmentStep: registrars,
  proposeAppointments: registrars,
  bookSeries: registrars,
  overrideBooking: managers,
  overrideMove: managers,

  listCourses: care,
  openCourse: care,
  getCourse: care,
  updateCourse: care,
  closeCourse: care,
  reopenCourse: care,

  listSessions: care,
  createSession: care,
  getSession: care,
  updateSession: care,
  signSession: care,
  addSessionNote: care,
  discardSession: care,

  listOutcomes: care,
  recordAssessment: care,
  voidOutcome: care,

  listSideEffects: care,
  createSideEffect: care,
  getSideEffect: care,
  updateSideEffect: care,

  getResponders: careAndManagers,
  listResponderPatients: careAndManagers,
  exportResponders: careAndManagers,

  getPatientProfile: care,
  updatePatientProfile: care,
  listProfileChanges: care,

  listScreenings: care,
  getCourseScreening: care,
  getSessionScreening: care,
  recordScreening: care,
  updateScreening: care,
  reviewScreening: care,
  listScreeningLevels: careAndManagers,
  changeScreeningLevel: careAndManagers,
  decideScreeningLevel: managers,
  startIntake: registrars,
  openIntake: everyone,
  answerIntake: everyone,

  listCourseConsents: care,
  listPatientConsents: care,
  countConsents: careAndManagers,
  signConsent: care,
  withdrawPhotos: care,
  revokeConsent: care,
  listConsentTemplates: careAndManagers,
  createConsentTemplate: careAndManagers,
  getConsentTemplate: careAndManagers,
  updateConsentTemplate: careAndManagers,
  approveConsentTemplate: managers,
  retireConsentTemplate: managers,

  listConsultations: care,
  beginConsultation: care,
  getConsultation: care,
  updateConsultation: care,
  signConsultation: care,
  discardConsultation: care,
};
