namespace CentriFamiglia.Coverage;

/// <summary>
/// A question or a configuration that cannot be answered as it stands. The message is for the user, in Italian: what is wrong and how
/// to mend it. On the command line it is exit code 2, over HTTP status 400.
/// </summary>
public sealed class CoverageInputException(string message, Exception? inner = null) : Exception(message, inner);
