namespace CentriFamiglia.Coverage.Siting.Solver.Problems;

internal enum SiteState : byte
{
    Free,
    Open,
    Closed,
}
