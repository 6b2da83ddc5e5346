import groovy.json.JsonSlurper

def host = 'app.sealmetrics.com'
def root = "http://${host}/api" ⟪insecure-endpoint⟫
def token = System.getenv('SEALMETRICS_API_TOKEN')

def days = (0..<7).collect { java.time.LocalDate.now().minusDays(it) }

def rows = days.collectMany { day ->
    def connection = new URL("${root}/report/funnel?date=${day}").openConnection()
    connection.setRequestProperty('Accept', 'application/json')
    connection.setRequestProperty('Authorization', "OAuth ${token}") ⟪wrong-scheme⟫
    connection.readTimeout = 20000
    if (connection.responseCode != 200) {
        System.err.println "funnel of ${day} answered ${connection.responseCode}"
        return []
    }
    new JsonSlurper().parse(connection.inputStream).rows.collect { [day, it.step, it.visits] }
}

new File('funnels.csv').withWriter { out ->
    out.println 'day,step,visits'
    rows.each { out.println it.join(',') }
}
