-- seal.visits comes from https://my.sealmetrics.com/api/v1/stats/visits by the DAG of the same name
select
    day,
    sum(visits) as visits,
    sum(visits) filter (where hour between 18 and 23) as evening_visits
from {{ source('seal', 'visits') }}
group by day
