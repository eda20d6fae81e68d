import { lazy, type ReactNode, Suspense, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { i18n } from "i18next";
import { BrowserRouter, Route, Routes } from "react-router";
import { HomeScreen } from "../features/families/home-screen";
import { ErrorBoundary } from "./error-boundary";
import { FamilyViewGate } from "./family-view/family-view-gate";
import { createFamilyView } from "./family-view/family-view-store";
import { FamilyViewContext } from "./family-view/use-family-view";
import { FirstScreen } from "./first-screen";
import layout from "./layout.module.css";
import { useLeavingVisit } from "./lock/visit-on-page";
import { Opening } from "./opening";
import { NotFound } from "./not-found";
import { type Services, ServicesContext, useServices } from "./services";
import { UpdateBanner } from "./update-banner";

const CasesScreen = lazy(async () => ({ default: (await import("../features/families/cases-screen")).CasesScreen }));
const CaseScreen = lazy(async () => ({ default: (await import("../features/families/case-screen")).CaseScreen }));
const NewFamilyScreen = lazy(async () => ({
  default: (await import("../features/families/new-family-screen")).NewFamilyScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import("../features/settings/settings-screen")).SettingsScreen,
}));
const RescueScreen = lazy(async () => ({ default: (await import("../features/rescue/rescue-screen")).RescueScreen }));
const OverviewScreen = lazy(async () => ({
  default: (await import("../features/overview/overview-screen")).OverviewScreen,
}));
const HeldScreen = lazy(async () => ({ default: (await import("../features/held/held-screen")).HeldScreen }));
const SignInAgain = lazy(async () => ({ default: (await import("./sign-in-again")).SignInAgain }));
const GuestDone = lazy(async () => ({ default: (await import("./family-view/guest-done")).GuestDone }));
const VisitLayout = lazy(async () => ({ default: (await import("./visit/visit-layout")).VisitLayout }));
const StartScreen = lazy(async () => ({ default: (await import("../features/start/start-screen")).StartScreen }));
const AllStrandsScreen = lazy(async () => ({
  default: (await import("../features/strands/all-strands-screen")).AllStrandsScreen,
}));
const StrandScreen = lazy(async () => ({ default: (await import("../features/strands/strand-screen")).StrandScreen }));
const PictureScreen = lazy(async () => ({
  default: (await import("../features/picture/picture-screen")).PictureScreen,
}));
const FollowedPicture = lazy(async () => ({
  default: (await import("../features/picture/followed-picture")).FollowedPicture,
}));
const ReportScreen = lazy(async () => ({ default: (await import("../features/report/report-screen")).ReportScreen }));
const AmendmentsCard = lazy(async () => ({
  default: (await import("../features/amendments/amendments-card")).AmendmentsCard,
}));
const AmendScreen = lazy(async () => ({ default: (await import("../features/amendments/amend-screen")).AmendScreen }));
const PaperScreen = lazy(async () => ({ default: (await import("../features/paper/paper-screen")).PaperScreen }));
const NewerWordsScreen = lazy(async () => ({
  default: (await import("../features/newer-words/newer-words-screen")).NewerWordsScreen,
}));
const IdeaBeside = lazy(async () => ({ default: (await import("../features/plan/ideas/idea-beside")).IdeaBeside }));
const OverTimeScreen = lazy(async () => ({
  default: (await import("../features/over-time/over-time-screen")).OverTimeScreen,
}));
const ReviewScreen = lazy(async () => ({ default: (await import("../features/review/review-screen")).ReviewScreen }));
const ReviewsCard = lazy(async () => ({ default: (await import("../features/review/reviews-card")).ReviewsCard }));
const StartNewProfile = lazy(async () => ({
  default: (await import("../features/families/start-new-profile")).StartNewProfile,
}));
const PlanScreen = lazy(async () => ({ default: (await import("../features/plan/plan-screen")).PlanScreen }));
const MoreScreen = lazy(async () => ({ default: (await import("../features/pages/more-screen")).MoreScreen }));
const WhoAnswersScreen = lazy(async () => ({
  default: (await import("../features/pages/who-answers-screen")).WhoAnswersScreen,
}));
const FillingInVisit = lazy(async () => ({
  default: (await import("../features/pages/filling-in-visit")).FillingInVisit,
}));
const OwnLayout = lazy(async () => ({ default: (await import("../features/pages/own-layout")).OwnLayout }));
const FillingAlone = lazy(async () => ({ default: (await import("../features/pages/filling-alone")).FillingAlone }));
const OpenPage = lazy(async () => ({ default: (await import("../features/pages/open-page")).OpenPage }));
const PageScreen = lazy(async () => ({ default: (await import("../features/pages/page-screen")).PageScreen }));
const EndScreen = lazy(async () => ({ default: (await import("../features/pages/end-screen")).EndScreen }));
const NotesLayout = lazy(async () => ({ default: (await import("../features/notes/notes-layout")).NotesLayout }));
const MyNotesScreen = lazy(async () => ({
  default: (await import("../features/notes/my-notes-screen")).MyNotesScreen,
}));
const AllNotesScreen = lazy(async () => ({
  default: (await import("../features/notes/my-notes-screen")).AllNotesScreen,
}));
const DoorsScreen = lazy(async () => ({ default: (await import("../features/notes/doors-screen")).DoorsScreen }));
const ConcernScreen = lazy(async () => ({ default: (await import("../features/notes/concern-screen")).ConcernScreen }));
const NoteScreen = lazy(async () => ({ default: (await import("../features/notes/note-screen")).NoteScreen }));
const NoteRecordScreen = lazy(async () => ({
  default: (await import("../features/notes/record-screen")).RecordScreen,
}));
const AddToNoteScreen = lazy(async () => ({ default: (await import("../features/notes/add-screen")).AddScreen }));
const NotesCard = lazy(async () => ({ default: (await import("../features/notes/notes-card")).NotesCard }));
const NotesHomeCard = lazy(async () => ({ default: (await import("../features/notes/home-card")).HomeCard }));
const TwoVersionsScreen = lazy(async () => ({
  default: (await import("../features/two-versions/two-versions-screen")).TwoVersionsScreen,
}));
const SameChildScreen = lazy(async () => ({
  default: (await import("../features/same-child/same-child-screen")).SameChildScreen,
}));
const BesideCards = lazy(async () => ({ default: (await import("../features/same-child/beside-cards")).BesideCards }));
const OwnCard = lazy(async () => ({ default: (await import("../features/pages/own-card")).OwnCard }));

interface AppProps {
  readonly services: Services;
  readonly words: i18n;
}

/** The whole app: every address and the screen it shows. Pages load their code when they are first opened. */
export const App = ({ services, words }: AppProps) => (
  <ServicesContext value={services}>
    <I18nextProvider i18n={words}>
      <BrowserRouter>
        <ForWhom>
          <div className={layout.app}>
            <Frame />
            <ErrorBoundary>
              <Suspense fallback={<Opening />}>
                <FamilyViewGate>
                  <Routes>
                    <Route path="/" element={<HomeScreen own={<NotesHomeCard />} />} />
                    <Route path="/sign-in" element={<SignInAgain />} />
                    <Route path="/cases" element={<CasesScreen />} />
                    <Route path="/cases/new" element={<NewFamilyScreen />} />
                    <Route
                      path="/cases/:caseId"
                      element={
                        <CaseScreen
                          beside={({ caseId }) => <BesideCards caseId={caseId} />}
                          own={(family) => (
                            <>
                              <OwnCard family={family} />
                              <NotesCard caseId={family.caseId} />
                            </>
                          )}
                        />
                      }
                    />
                    <Route element={<NotesLayout />}>
                      <Route path="/notes" element={<AllNotesScreen />} />
                      <Route path="/notes/doors" element={<DoorsScreen />} />
                      <Route path="/cases/:caseId/notes">
                        <Route index element={<MyNotesScreen />} />
                        <Route path="doors" element={<DoorsScreen />} />
                        <Route path="concern" element={<ConcernScreen />} />
                        <Route path="note" element={<NoteScreen />} />
                        <Route path=":recordId" element={<NoteRecordScreen />} />
                        <Route path=":recordId/add" element={<AddToNoteScreen />} />
                      </Route>
                    </Route>
                    <Route path="/cases/:caseId/paper" element={<PaperScreen />} />
                    <Route path="/cases/:caseId/two-versions" element={<TwoVersionsScreen />} />
                    <Route path="/cases/:caseId/same-child/:otherId" element={<SameChildScreen />} />
                    <Route path="/cases/:caseId/over-time" element={<OverTimeScreen />} />
                    <Route path="/settings" element={<SettingsScreen />} />
                    <Route path="/settings/rescue" element={<RescueScreen />} />
                    <Route path="/settings/overview" element={<OverviewScreen />} />
                    <Route path="/settings/held" element={<HeldScreen />} />
                    <Route path="/profiles/:profileId" element={<VisitLayout followed={<FollowedPicture />} />}>
                      <Route path="start" element={<StartScreen />} />
                      <Route path="strands" element={<AllStrandsScreen />} />
                      <Route path="strands/:strandId" element={<StrandScreen />} />
                      <Route path="strands/:strandId/_done" element={<GuestDone />} />
                      <Route
                        path="picture"
                        element={
                          <PictureScreen
                            amendments={
                              <Later>
                                <AmendmentsCard page="picture" />
                              </Later>
                            }
                          />
                        }
                      />
                      <Route path="more" element={<MoreScreen />} />
                      <Route path="pages/:questionnaireId" element={<WhoAnswersScreen />} />
                      <Route path="pages/:questionnaireId/:personId" element={<FillingInVisit />}>
                        {pagesOfOne}
                      </Route>
                      <Route
                        path="plan"
                        element={
                          <PlanScreen
                            reviews={
                              <Later>
                                <ReviewsCard startNew={<StartNewProfile />} />
                              </Later>
                            }
                            amendments={
                              <Later>
                                <AmendmentsCard page="plan" />
                              </Later>
                            }
                          />
                        }
                      />
                      <Route path="review" element={<ReviewScreen IdeaBeside={IdeaBeside} />} />
                      <Route path="amend" element={<AmendScreen />} />
                      <Route path="newer-words" element={<NewerWordsScreen />} />
                      <Route path="report" element={<ReportScreen />} />
                    </Route>
                    <Route path="/profiles/:profileId/own" element={<OwnLayout />}>
                      <Route path=":questionnaireId" element={<FillingAlone />}>
                        {pagesOfOne}
                      </Route>
                    </Route>
                    <Route path="*" element={<NotFound />} />
                  </Routes>
                </FamilyViewGate>
              </Suspense>
            </ErrorBoundary>
          </div>
        </ForWhom>
      </BrowserRouter>
    </I18nextProvider>
  </ServicesContext>
);

/** Knows the first screen, and for whose eyes each screen is. */
const ForWhom = ({ children }: { readonly children: ReactNode }) => {
  const services = useServices();
  const [familyView] = useState(() => createFamilyView(services));
  return (
    <FirstScreen>
      <FamilyViewContext value={familyView}>{children}</FamilyViewContext>
    </FirstScreen>
  );
};

/** A part of a page that comes after the page: it never hides again what is already read. */
const Later = ({ children }: { readonly children: ReactNode }) => <Suspense fallback={null}>{children}</Suspense>;

/** The pages of one person in one questionnaire. No page is named with an underscore. */
const pagesOfOne = (
  <>
    <Route index element={<EndScreen />} />
    <Route path="_open" element={<OpenPage />} />
    <Route path="_done" element={<GuestDone />} />
    <Route path=":pageId" element={<PageScreen />} />
  </>
);

/** What stands on every screen: a way past the head for keys, the practice mark, a new version. */
const Frame = () => {
  const { t } = useTranslation();
  useLeavingVisit();
  return (
    <>
      <a className={layout.skip} href="#main">
        {t("skipToMain")}
      </a>
      <aside aria-label={t("aboutThisApp")}>
        <p className={layout.practice}>{t("practice")}</p>
        <UpdateBanner />
      </aside>
    </>
  );
};
