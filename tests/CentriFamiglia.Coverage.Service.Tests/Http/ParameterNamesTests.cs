using System.CommandLine;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>A parameter is one thing under each of its names, over HTTP and on the command line.</summary>
public sealed class ParameterNamesTests(FilledStore store)
{
    /// <summary>Every parameter of every question.</summary>
    public static TheoryData<string, string> All =>
        [.. AllQuestions.List.SelectMany(q => q.Question.Parameters.Append(LayerFormat.Parameter).Select(p => new TheoryDataRow<string, string>(q.Name, p.Name)))];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_name_of_a_parameter_gives_it_the_same_value_and_two_at_once_are_refused(string question, string name)
    {
        Parameter[] parameters = [.. AllQuestions.List.Single(q => q.Name == question).Question.Parameters, LayerFormat.Parameter];
        Parameter parameter = parameters.Single(p => p.Name == name);
        string value = parameter.Example ?? (parameter as ChoiceParameter)?.Choices[0] ?? "10";
        Dictionary<Parameter, Option<string?>> options = QuestionCommand.OptionsOf([parameter]);
        Option<string?> option = options.GetValueOrDefault(parameter) ?? GlobalOptions.Rules;

        parameter.Names[0].ShouldBe(name);
        parameter.Names.ShouldContain(parameter.Option, StringComparer.Ordinal);
        foreach (string written in parameter.Names)
        {
            QueryValues.Read(Query(written, value), [.. parameters]).Canonical.ShouldBe($"{name}={Uri.EscapeDataString(value)}");
            ParseResult parsed = new RootCommand { option }.Parse(["--" + written, value]);
            parsed.Errors.ShouldBeEmpty();
            parsed.GetValue(option).ShouldBe(value);
            foreach (string other in parameter.Names.Where(n => n != written))
            {
                InputException twice = Should.Throw<InputException>(() => QueryValues.Read(Query(written, value, other), [.. parameters]));
                (twice.Field, twice.Cure).ShouldBe((other, "Lasciarlo una volta sola."));
            }
        }
    }

    [Fact]
    public void No_name_of_a_question_is_that_of_two_parameters()
    {
        foreach (NamedQuestion named in AllQuestions.List)
            named.Question.Parameters.Append(LayerFormat.Parameter).SelectMany(p => p.Names).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/budget?costo_spoke=15000", "/api/v1/budget?spoke-cost=15000")]
    [InlineData("/api/v1/coverage?regole=dgr-4431-2025&data=2026-01-31", "/api/v1/coverage?rules=dgr-4431-2025&date=2026-01-31")]
    public async Task An_alias_is_answered_with_the_rows_and_the_tag_of_the_name_itself(string name, string alias)
    {
        RunningService service = await store.ServiceAsync();
        using HttpResponseMessage first = await service.GetAsync(name), second = await service.GetAsync(alias + "&format=json"),
            csv = await service.GetAsync(alias + "&format=csv");

        (await service.RowsAsync(alias)).ToJsonString().ShouldBe((await service.RowsAsync(name)).ToJsonString());
        using HttpResponseMessage plain = await service.GetAsync(name + "&f=json");
        second.Headers.ETag.ShouldBe(plain.Headers.ETag);
        csv.Headers.GetValues("Link").Single().ShouldBe($"<{name}&f=json>; rel=\"describedby\"");
    }

    [Theory]
    [InlineData("/api/v1/budget?costo_spoke=1&spoke-cost=2", "spoke-cost", "una volta sola")]
    [InlineData("/api/v1/suggestions?costo_spoke=molto", "costo_spoke", "Scrivere un numero")]
    public async Task A_wrong_alias_is_told_as_it_was_written(string address, string field, string cure)
    {
        using HttpResponseMessage response = await (await store.ServiceAsync()).GetAsync(address);
        JsonNode problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)problem["campo"]!).ShouldBe(field);
        ((string)problem["rimedio"]!).ShouldContain(cure);
    }

    [Theory]
    [InlineData("--spoke-cost: l'opzione è data più di una volta", "budget", "--spoke-cost", "1", "--costo_spoke", "2")]
    [InlineData("--with-proposals: l'opzione è data più di una volta", "fragility", "--with-proposals", "--con-proposte")]
    [InlineData("--rules: l'opzione è data più di una volta", "check", "--rules", "dgr-4431-2025", "--regole", "dgr-4431-2025")]
    public async Task The_command_line_refuses_two_names_of_one_option_too(string message, params string[] arguments)
    {
        using var error = new StringWriter();
        (await CommandLine.RunAsync([.. arguments, "--store", store.Path], TextWriter.Null, error)).ShouldBe(2);

        error.ToString().ShouldContain(message);
        error.ToString().ShouldContain("Rimedio: ");
    }

    [Fact]
    public async Task The_API_document_names_the_other_names_of_a_parameter()
    {
        JsonNode document = await (await store.ServiceAsync()).JsonAsync("/openapi/v1.json");
        JsonNode cost = document["paths"]!["/api/v1/budget"]!["get"]!["parameters"]!.AsArray().Single(p => (string)p!["name"]! == "costo_spoke")!;

        ((string)cost["description"]!).ShouldEndWith("Si può scrivere anche costo-spoke, spoke-cost, spoke_cost.");
    }

    private static QueryCollection Query(string name, string value, string? other = null)
    {
        var query = new Dictionary<string, StringValues>(StringComparer.Ordinal) { [name] = value };
        if (other is not null)
            query[other] = value;
        return new QueryCollection(query);
    }
}
