namespace CentriFamiglia.Coverage.Service.Deciding.Scenarios;

/// <summary>Who is right in a conflict, as a user writes it.</summary>
internal static class PrevailingWords
{
    public const string Field = "prevale";

    private static readonly Vocabulary<Prevailing> _words = new((Prevailing.Scenario, ["scenario"]), (Prevailing.Store, ["archivio"]));

    /// <param name="body">JSON, <c>{"prevale":"scenario"}</c>; an empty object for nobody.</param>
    /// <exception cref="InputException">Not such an object.</exception>
    public static Prevailing ReadBody(string body)
    {
        const string cure = "Scrivere {\"prevale\":\"scenario\"}, {\"prevale\":\"archivio\"}, o niente.";
        JsonNode? json = JsonNode.Parse(StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(body), Field, cure).GetRawText());
        return json is not JsonObject members || members.Any(m => m.Key != Field) ? throw new InputException(Field, "non è un oggetto con il solo campo prevale.", cure)
            : members[Field] is null ? Prevailing.Nobody
            : members[Field] is JsonValue value && value.TryGetValue(out string? word) ? Read(word)
            : throw new InputException(Field, "non è una parola.", cure);
    }

    /// <param name="text">Null for nobody.</param>
    /// <exception cref="InputException">It is neither.</exception>
    public static Prevailing Read(string? text) => text is null ? Prevailing.Nobody
        : _words.TryRead(text.Trim().ToLowerInvariant(), out Prevailing prevailing) ? prevailing
        : throw new InputException(Field, $"«{Shown.Of(text)}» non dice chi vale.", $"Scrivere uno di: {string.Join(", ", _words.Written)}.");
}
