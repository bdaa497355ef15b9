using System.Text.RegularExpressions;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.TestIdentity;

namespace CentriFamiglia.Coverage.Service.Tests.SignIn;

/// <summary>Who may ask which address, written by hand beside the act and the office's practice, not taken from the program.</summary>
internal static class RouteJudge
{
    public static readonly Person[] Persons = [Person.Reader, Person.Cabina, Person.Planner, Person.Region, Person.Administrator];

    // lettore, cabina, pianificatore, regione, amministratore: + may, - may not; * anybody at all.
    private const string Table =
        """
        GET /health/live                                *
        GET /health/ready                               *
        GET /metrics                                    *
        GET /openapi/{documentName}.json                *
        GET /accessibilita                              *
        GET /                                           *
        GET /accesso                                    *
        GET /accesso/non-riuscito                       *
        POST /uscita                                    *
        GET /api/v1/me                                  *
        GET /api/v1/DOMANDA                             - + + + +
        POST /api/v1/DOMANDA                            - + + + +
        POST /api/v1/table                              - + + + +
        POST /api/v1/import-preview                     - + + + +
        POST /api/v1/import                             - - + + +
        GET /api/v1/sites/{id}                          - + + + +
        PUT /api/v1/sites/{id}                          - - + + +
        PATCH /api/v1/sites/{id}                        - - + + +
        DELETE /api/v1/sites/{id}                       - - + + +
        GET /api/v1/networks/{id}                       - + + + +
        PUT /api/v1/networks/{id}                       - - + + +
        PATCH /api/v1/networks/{id}                     - - + + +
        DELETE /api/v1/networks/{id}                    - - + + +
        GET /api/v1/memberships/{id}                    - + + + +
        PUT /api/v1/memberships/{id}                    - - + + +
        PATCH /api/v1/memberships/{id}                  - - + + +
        GET /api/v1/rules                               - + + + +
        PATCH /api/v1/rules                             - - - + +
        GET /api/v1/rules/{id}                          - + + + +
        PUT /api/v1/rules/{id}                          - - - + +
        DELETE /api/v1/rules/{id}                       - - - + +
        GET /api/v1/links                               - - + + +
        POST /api/v1/links                              - - + + +
        DELETE /api/v1/links/{id}                       - - + + +
        GET /condivisi/{secret}                         *
        GET /condivisi/{secret}/verbale                 *
        GET /api/v1/searches/{id}                       - + + + +
        GET /api/v1/searches/{id}/result                - + + + +
        DELETE /api/v1/searches/{id}                    - + + + +
        GET /api/v1/admin/searches                      - - - - +
        DELETE /api/v1/admin/searches/{id}              - - - - +
        GET /api/v1/scenarios                           - + + + +
        POST /api/v1/scenarios                          - - + + +
        GET /api/v1/scenarios/compare                   - + + + +
        GET /api/v1/scenarios/{id}                      - + + + +
        PATCH /api/v1/scenarios/{id}                    - - + + +
        GET /api/v1/scenarios/{id}/conflicts            - + + + +
        POST /api/v1/scenarios/{id}/apply               - - + + +
        POST /api/v1/scenarios/{id}/archive             - - + + +
        GET /api/v1/runs                                + + + + +
        POST /api/v1/runs                               - - + + +
        GET /api/v1/runs/compare                        + + + + +
        GET /api/v1/runs/{id}                           + + + + +
        GET /api/v1/runs/{id}/content                   + + + + +
        GET /api/v1/runs/{id}/results/{name}            + + + + +
        POST /api/v1/runs/{id}/publish                  - - - + +
        GET /api/v1/runs/{id}/dossier                   + + + + +
        GET /api/v1/runs/{id}/verbale                   + + + + +
        GET /api/v1/runs/{id}/decisions                 + + + + +
        PUT /api/v1/runs/{id}/decisions/{number:int}    - + + + +
        POST /api/v1/runs/{id}/decisions/{number:int}   - + + + +
        GET /api/v1/decisions                           + + + + +
        POST /api/v1/decisions                          - + - + +
        GET /api/v1/audit                               - - - + +
        GET /api/v1/audit/verify                        - - - + +
        GET /runs/{id}                                  + + + + +
        GET /runs/{id}/dossier                          + + + + +
        GET /runs/{id}/verbale                          + + + + +
        GET /api/v1/pacchetto                           - - - + +
        GET /catalogo                                   - - - + +
        GET /catalogo/dcat.jsonld                       - - - + +
        GET /catalogo/iso19139.xml                      - - - + +
        GET /catalogo/strati/{file}                     - - - + +
        GET /qgis/progetto.qgz                          - + + + +
        GET /ogc/**                                     - + + + +
        POST /ogc/**                                    - + + + +
        DELETE /ogc/**                                  - + + + +
        """;

    private static readonly Dictionary<string, string[]> _lines = Table.Split('\n').Select(line => Regex.Split(line.Trim(), @"\s+", RegexOptions.None, TimeSpan.FromSeconds(1)))
        .ToDictionary(words => $"{words[0]} {words[1]}", words => words[2..], StringComparer.Ordinal);

    /// <summary>What the table says of an address.</summary>
    /// <param name="route">As it is mapped.</param>
    /// <returns>Null where it says nothing; else for each of <see cref="Persons"/> whether they may; empty for anybody.</returns>
    public static bool[]? Of(string method, string route)
    {
        string plain = "/" + route.Trim('/');
        foreach (NamedQuestion question in AllQuestions.List)
        {
            if (plain == $"/api/v1/{question.Name}")
                plain = "/api/v1/DOMANDA";
        }

        if (plain.StartsWith("/ogc", StringComparison.Ordinal))
            plain = "/ogc/**";
        return !_lines.TryGetValue($"{method} {plain}", out string[]? marks) ? null : marks is ["*"] ? [] : [.. marks.Select(m => m == "+")];
    }
}
