type Acts = { title: string; acts: Readonly<Record<string, string>> };

/** Every act the server records, by what it is about, in plain words. */
export const ACT_GROUPS: readonly Acts[] = [
  {
    title: 'Patients',
    acts: {
      'patients.create': 'Registered a patient',
      'patients.update': 'Changed a patient',
      'patients.archive': 'Archived a patient',
      'patients.restore': 'Brought a patient back',
      'patients.read-chart': 'Read a chart',
      'patients.export': 'Exported patients',
    },
  },
  {
    title: 'Notifications',
    acts: {
      'notifications.send': 'Told others',
      'notifications.read': 'Read notifications',
      'notifications.settle': 'Settled what others were told',
    },
  },
  {
    title: 'Import',
    acts: {
      'imports.upload': 'Picked a file to import',
      'imports.map': 'Matched the columns of a file',
      'imports.check': 'Checked a file',
      'imports.run': 'Began an import',
      'imports.step': 'Imported some rows',
      'imports.finish': 'Finished an import',
      'imports.fail': 'An import stopped',
      'imports.discard': 'Discarded a file',
      'patients.import': 'Imported a patient',
    },
  },
  {
    title: 'Appointments',
    acts: {
      'appointments.book': 'Booked an appointment',
      'appointments.book-series': 'Booked an appointment of a series',
      'appointments.book-overriding': 'Booked over a conflict or outside the hours',
      'appointments.update': 'Changed an appointment',
      'appointments.move': 'Moved an appointment',
      'appointments.push': 'Pushed an appointment on a late day',
      'appointments.move-overriding': 'Moved over a conflict or outside the hours',
      'appointments.confirm': 'Confirmed an appointment',
      'appointments.arrive': 'Noted an arrival',
      'appointments.start': 'Noted the start of a treatment',
      'appointments.finish': 'Noted the end of an appointment',
      'appointments.no-show': 'Noted that nobody came',
      'appointments.cancel': 'Cancelled an appointment',
      'appointments.undo': 'Undid a step of an appointment',
      'appointments.park': 'Parked an appointment',
      'appointments.place': 'Placed a parked appointment',
    },
  },
  {
    title: 'Waiting list',
    acts: {
      'waiting-list.add': 'Put a patient on the waiting list',
      'waiting-list.park': 'Parked an appointment on the waiting list',
      'waiting-list.update': 'Changed an entry of the waiting list',
      'waiting-list.offer': 'Offered a time to someone who waits',
      'waiting-list.withdraw': 'Took an entry off the waiting list',
      'waiting-list.restore': 'Let an entry wait again',
      'waiting-list.book': 'Booked from the waiting list',
      'waiting-list.unbook': 'Took a booking from the waiting list back',
      'waiting-list.put-back': 'Put a parked appointment back on the schedule',
    },
  },
  {
    title: 'Treatment',
    acts: {
      'courses.open': 'Opened a course',
      'courses.update': 'Changed a course',
      'courses.change-plan': 'Made a course longer or shorter',
      'courses.close': 'Closed a course',
      'courses.reopen': 'Opened a course again',
      'sessions.create': 'Began a session record',
      'sessions.update': 'Changed a session record',
      'sessions.discard': 'Discarded a session draft',
      'sessions.renumber': 'Renumbered a session',
      'sessions.sign': 'Signed a session',
      'sessions.add-note': 'Added a note to a session',
      'sessions.override': 'Went on in spite of a finding',
      'sessions.withdraw-override': 'Took back a reason to go on',
      'sessions.record-later-pain': 'Recorded pain at 24 hours',
      'outcomes.record': 'Recorded an outcome',
      'outcomes.void': 'Took an outcome out',
      'side-effects.create': 'Recorded a side effect',
      'side-effects.update': 'Changed a side effect',
      'outcomes.ask-changes': 'Asked what changed',
      'follow-ups.plan': 'Follow-ups followed a change',
      'follow-ups.attempt': 'Tried to reach a patient',
      'follow-ups.record': 'Recorded a contact',
      'follow-ups.review': 'Looked at what was to be followed up',
      'follow-ups.take': 'Took a follow-up',
      'follow-ups.close': 'Closed a follow-up',
      'follow-ups.reopen': 'Opened a follow-up again',
      'phone-reports.file': 'Handed a call over',
      'phone-reports.take': 'Took a call over',
      'phone-reports.close': 'Closed a call',
    },
  },
  {
    title: 'Before a session',
    acts: {
      'profiles.update': 'Changed allergies, medication or measures',
      'screening.record': 'Recorded screening answers',
      'screening.update': 'Changed screening answers',
      'screening.review': 'Looked at screening answers',
      'screening.hand-over': 'Handed the questions to the patient',
      'screening.answer-form': 'The patient answered the questions',
      'screening.change-level': 'Changed a screening level',
      'screening.propose-level': 'Proposed a screening level',
      'screening.decide-level': 'Decided on a screening level',
      'consultations.begin': 'Began a consultation',
      'consultations.update': 'Changed a consultation',
      'consultations.sign': 'Signed a consultation',
      'consultations.discard': 'Discarded a consultation',
      'consents.sign': 'Signed a consent',
      'consents.withdraw-photos': 'Withdrew uses of photos',
      'consents.revoke': 'Revoked a consent',
      'consents.create-text': 'Began a consent text',
      'consents.update-text': 'Changed a consent text',
      'consents.approve-text': 'Put a consent text into use',
      'consents.retire-text': 'Took a consent text out of use',
      'patients.look-again': 'What the desk sees of a patient may have changed',
    },
  },
  {
    title: 'Recipes',
    acts: {
      'recipes.create': 'Made a recipe',
      'recipes.update': 'Changed a recipe',
      'recipes.archive': 'Archived a recipe',
      'recipes.restore': 'Brought a recipe back',
      'recipes.create-version': 'Made a version of a recipe',
      'recipes.update-version': 'Changed a version of a recipe',
      'recipes.lock-version': 'A version of a recipe was first used',
      'recipes.approve-version': 'Approved a version of a recipe',
      'recipes.retire-version': 'Took a version of a recipe out of use',
      'ingredients.create': 'Added an ingredient',
      'ingredients.add-starter-catalogue': 'Added the starter catalogue',
      'ingredients.update': 'Changed an ingredient',
      'ingredients.archive': 'Archived an ingredient',
      'ingredients.restore': 'Brought an ingredient back',
      'ingredients.add-pair': 'Recorded a pair of ingredients',
      'ingredients.change-pair': 'Changed a pair of ingredients',
    },
  },
  {
    title: 'Reports',
    acts: {
      'reports.export': 'Exported a report',
      'reports.open-patients': 'Opened the patients behind a report',
    },
  },
  {
    title: 'Sign-ins',
    acts: {
      'sign-in': 'Signed in',
      'sign-in.failed': 'A wrong password was typed',
      'sign-out': 'Signed out',
      'sign-out.everywhere': 'Signed out everywhere',
      'desk.lock': 'Locked the desk',
      'desk.unlock': 'Unlocked the desk',
    },
  },
  {
    title: 'Hours and protocols',
    acts: {
      'availability.create-type': 'Added a type of appointment',
      'availability.update-type': 'Changed a type of appointment',
      'availability.archive-type': 'Archived a type of appointment',
      'availability.restore-type': 'Brought a type of appointment back',
      'availability.order-types': 'Ordered the types of appointment',
      'availability.create-hours': 'Set working hours',
      'availability.update-hours': 'Changed working hours',
      'availability.remove-hours': 'Took working hours out',
      'availability.create-time-off': 'Entered time off',
      'availability.update-time-off': 'Changed time off',
      'availability.remove-time-off': 'Took time off out',
      'availability.create-closure': 'Closed the clinic on some days',
      'availability.update-closure': 'Changed a closure',
      'availability.remove-closure': 'Took a closure out',
      'protocols.propose': 'Proposed a protocol',
      'protocols.update-draft': 'Changed the draft of a protocol',
      'protocols.approve': 'Approved a protocol',
      'protocols.retire': 'Retired a protocol',
    },
  },
  {
    title: 'Staff and clinic',
    acts: {
      'staff.create': 'Added a member of staff',
      'staff.update': 'Changed a member of staff',
      'staff.make-link': 'Made an account link',
      'staff.accept-link': 'Chose a password with a link',
      'staff.change-password': 'Changed their password',
      'clinic.create': 'Opened the clinic',
      'clinic.update': 'Changed the settings',
      'demo.fill': 'Filled the demo clinic',
    },
  },
];

const WORDS: ReadonlyMap<string, string> = new Map(
  ACT_GROUPS.flatMap(({ acts }) => Object.entries(acts)),
);

/** Whether an act has words. */
export const hasWords = (act: string): boolean => WORDS.has(act);

/** An act in plain words; one without words shows its code rather than nothing. */
export const actInWords = (act: string): string => WORDS.get(act) ?? act;

/** The name of a field in words: `birthDate` is "birth date". */
export const fieldInWords = (name: string): string =>
  name
    .replace(/^(is|has)(?=[A-Z])/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
