import { PictureAside } from "./picture-aside";
import { PictureCard } from "./picture-card";
import styles from "./picture.module.css";

/** The picture of a visit that another window writes: to look at, as far as the room there has seen it together. */
export const FollowedPicture = () => (
  <div className={styles.main}>
    <PictureCard isPage={false} />
    <PictureAside>{null}</PictureAside>
  </div>
);
