using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Input;

/// <summary>One row of a user's list of places.</summary>
/// <param name="Id">As written; it comes back in the result.</param>
/// <param name="Place">Null when the row gives no usable place.</param>
internal readonly record struct MatrixPoint(string Id, Place? Place);
