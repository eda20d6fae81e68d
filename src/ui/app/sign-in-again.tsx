import { useNavigate } from "react-router";
import { SignInScreen } from "../features/sign-in/sign-in-screen";
import { useServices } from "./services";

/** The way in while somebody is in: to send what waits, or for somebody else. */
export const SignInAgain = () => {
  const { door, practitioner } = useServices();
  const navigate = useNavigate();
  const home = (): void => {
    void navigate("/");
  };
  const { id, name } = practitioner;
  return <SignInScreen door={door} workingAs={{ id, name, onNotNow: home }} onSignedIn={home} />;
};
