using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc.Processes;

/// <summary>The service as clients of OGC API - Processes ask it.</summary>
internal static class ProcessService
{
    /// <summary>What the standard's tables of 18-062r2 say of each document: members that must be there, their types and words.</summary>
    private static readonly JsonObject _schemas = JsonNode.Parse("""
        {
          "link": { "type": "object", "required": ["href"], "properties": { "href": { "type": "string" }, "rel": { "type": "string" }, "type": { "type": "string" } } },
          "links": { "type": "array", "items": { "$ref": "#/$defs/link" } },
          "summary": {
            "type": "object",
            "required": ["id", "version"],
            "properties": {
              "id": { "type": "string" },
              "version": { "type": "string" },
              "jobControlOptions": { "type": "array", "items": { "enum": ["sync-execute", "async-execute", "dismiss"] } },
              "outputTransmission": { "type": "array", "items": { "enum": ["value", "reference"] } },
              "links": { "$ref": "#/$defs/links" }
            }
          },
          "list": {
            "type": "object",
            "required": ["processes", "links"],
            "properties": { "processes": { "type": "array", "items": { "$ref": "#/$defs/summary" } }, "links": { "$ref": "#/$defs/links" } }
          },
          "process": {
            "allOf": [{ "$ref": "#/$defs/summary" }],
            "required": ["inputs", "outputs"],
            "properties": {
              "inputs": {
                "additionalProperties": {
                  "type": "object",
                  "required": ["schema"],
                  "properties": { "title": { "type": "string" }, "description": { "type": "string" }, "minOccurs": { "type": "integer" }, "schema": { "type": "object" } }
                }
              },
              "outputs": { "minProperties": 1, "additionalProperties": { "type": "object", "required": ["schema"] } }
            }
          },
          "statusInfo": {
            "type": "object",
            "required": ["jobID", "status", "type"],
            "properties": {
              "processID": { "type": "string" },
              "type": { "enum": ["process"] },
              "jobID": { "type": "string" },
              "status": { "enum": ["accepted", "running", "successful", "failed", "dismissed"] },
              "message": { "type": "string" },
              "created": { "type": "string", "format": "date-time" },
              "started": { "type": "string", "format": "date-time" },
              "finished": { "type": "string", "format": "date-time" },
              "updated": { "type": "string", "format": "date-time" },
              "progress": { "type": "integer", "minimum": 0, "maximum": 100 },
              "links": { "$ref": "#/$defs/links" }
            }
          },
          "jobList": {
            "type": "object",
            "required": ["jobs", "links"],
            "properties": { "jobs": { "type": "array", "items": { "$ref": "#/$defs/statusInfo" } }, "links": { "$ref": "#/$defs/links" } }
          },
          "results": {
            "type": "object",
            "additionalProperties": {
              "type": "object",
              "required": ["value"],
              "properties": { "mediaType": { "type": "string" }, "encoding": { "type": "string" } }
            }
          },
          "exception": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" } } }
        }
        """)!.AsObject();

    /// <summary>What the standard says is wrong with a document; nothing for one that it takes.</summary>
    public static string[] Faults(JsonNode document, string schema) => OgcService.Faults(document, schema, _schemas);

    public static Task<HttpResponseMessage> ExecuteAsync(this RunningService service, string process, string body, bool later = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/ogc/processes/{process}/execution", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (later)
            request.Headers.TryAddWithoutValidation("Prefer", "respond-async");
        return service.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The id of a job that was begun.</summary>
    public static async Task<string> StartAsync(this RunningService service, string process, string body)
    {
        using HttpResponseMessage started = await service.ExecuteAsync(process, body, later: true);
        JsonNode status = await JsonOf(started);
        started.StatusCode.ShouldBe(HttpStatusCode.Created, status.ToJsonString());
        Faults(status, "statusInfo").ShouldBeEmpty();
        started.Headers.Location!.AbsolutePath.ShouldBe($"/ogc/jobs/{(string)status["jobID"]!}");
        started.Headers.GetValues("Preference-Applied").ShouldBe(["respond-async"]);
        return (string)status["jobID"]!;
    }

    /// <summary>The status of a job once it has ended.</summary>
    public static async Task<JsonNode> EndAsync(this RunningService service, string job)
    {
        while (true)
        {
            JsonNode status = await service.JsonAsync($"/ogc/jobs/{job}");
            if ((string)status["status"]! is not ("accepted" or "running"))
                return status;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
