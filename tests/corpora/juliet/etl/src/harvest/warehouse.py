import pandas as pd


def append(frame: pd.DataFrame, dataset: str, table: str) -> None:
    if frame.empty:
        return
    frame.to_gbq(f"{dataset}.{table}", if_exists="append", progress_bar=False)
