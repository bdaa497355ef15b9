using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Questions;
using Microsoft.AspNetCore.WebUtilities;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>A question whose answer is not waited for.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Text">Address and parameters, as asked.</param>
/// <param name="Owner">Who asks.</param>
/// <param name="Process">Of OGC API, where it was asked for as one; else null.</param>
/// <param name="IsDocument">Whether the result stands in a document of that standard.</param>
internal sealed record AskedJob(AskedQuestion Question, string Text, string Owner, string? Process = null, bool IsDocument = false)
{
    private const string Prefix = "/api/v1/";

    /// <summary>The address that asks it again, whichever server is asked.</summary>
    public string Address
    {
        get
        {
            string query = Question.Values.Canonical;
            return $"{Prefix}{Question.Name}?{query}{(query.Length > 0 ? "&" : "")}{LayerFormat.Parameter.Name}={Question.Format.Name}";
        }
    }

    /// <summary>Reads what <see cref="Address"/> wrote, perhaps in another version of the program.</summary>
    /// <exception cref="InputException">This one does not know the question, or one of its values.</exception>
    public static AskedQuestion Read(string address)
    {
        string[] parts = address.Split('?', 2);
        string name = parts[0].StartsWith(Prefix, StringComparison.Ordinal) ? parts[0][Prefix.Length..] : parts[0];
        Question question = AllQuestions.List.FirstOrDefault(q => q.Name == name)?.Question
            ?? throw new InputException("domanda", $"questa versione del programma non ha la domanda '{Shown.Of(name)}'.", "Chiederla di nuovo.");
        Values values = QueryValues.Read(new QueryCollection(QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1))), [.. question.Parameters, LayerFormat.Parameter]);
        LayerFormat format = LayerFormat.All.First(f => f.Name == (values.Choice(LayerFormat.Parameter) ?? question.UsualFormat));
        return new AskedQuestion(question, name, values.Without(LayerFormat.Parameter), format);
    }
}
