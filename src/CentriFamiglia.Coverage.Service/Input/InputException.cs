namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>
/// What the user asked for cannot be done as written. Exit code 2 on the command line, status 400 over HTTP. All texts are Italian.
/// </summary>
/// <param name="field">Name of the option, parameter or argument that is wrong.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="cure">How to mend it.</param>
public sealed class InputException(string field, string message, string cure) : Exception(message)
{
    public string Field { get; } = field;

    public string Cure { get; } = cure;
}
