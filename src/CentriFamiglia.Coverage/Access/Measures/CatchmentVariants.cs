namespace CentriFamiglia.Coverage.Access.Measures;

/// <summary>
/// Floating catchments in which a demand chooses among the sites it reaches, or in which a site that is far for all gives less than it has. W is the weight of a cost, S what a
/// site offers, P the weight of a demand; i are demands, j and k sites. One value per demand, in order: 0 where nothing is in reach, or nobody could use what is.
/// </summary>
public static class CatchmentVariants
{
    /// <summary>
    /// Three-step floating catchment area (Wan, Zou, Sternberg 2012): A_i = sum_j G_ij W_ij S_j / sum_k G_kj W_kj P_k, with the chance of choosing a site G_ij = W_ij / sum_j W_ij.
    /// </summary>
    public static double?[] ThreeStep(AccessMatrix matrix, Decay decay) => Chosen(matrix, decay, (_, weight) => weight);

    /// <summary>
    /// The same with the chances of Huff 1963, which grow with what a site offers: G_ij = S_j W_ij / sum_j S_j W_ij (Luo 2014).
    /// </summary>
    public static double?[] Huff(AccessMatrix matrix, Decay decay) => Chosen(matrix, decay, (site, weight) => matrix.Supply[site] * weight);

    /// <summary>
    /// The model of Huff 1963 by itself, from the side of the sites: how much of the demand goes to each, sum_i G_ij P_i. In the order of the sites; 0 where nobody does.
    /// </summary>
    public static double?[] HuffVisits(AccessMatrix matrix, Decay decay)
    {
        double Attraction(int site, double cost) => matrix.Supply[site] * decay.Of(cost);
        double[] all = Attractions(matrix, Attraction);
        return [.. AccessMeasures.Loads(matrix, (i, site, cost) => AccessMeasures.Share(Attraction(site, cost), all[i]) * matrix.Weights[i]).Cast<double?>()];
    }

    /// <summary>
    /// Modified two-step floating catchment area (Delamater 2013): A_i = sum_j W_ij W_ij S_j / sum_k W_kj P_k. Where all are far part of what a site offers is out of everyone's
    /// reach, and is not shared out.
    /// </summary>
    public static double?[] Modified(AccessMatrix matrix, Decay decay) =>
        AccessMeasures.Steps(matrix, (_, _, cost) => decay.Of(cost), (_, _, cost) => decay.Of(cost) * decay.Of(cost));

    private static double?[] Chosen(AccessMatrix matrix, Decay decay, Func<int, double, double> attraction)
    {
        double Attraction(int site, double cost) => attraction(site, decay.Of(cost));
        double[] all = Attractions(matrix, Attraction);
        double Weight(int demand, int site, double cost) => AccessMeasures.Share(Attraction(site, cost), all[demand]) * decay.Of(cost);
        return AccessMeasures.Steps(matrix, Weight, Weight);
    }

    private static double[] Attractions(AccessMatrix matrix, Func<int, double, double> attraction) =>
        [.. Enumerable.Range(0, matrix.Demands).Select(i => matrix.Sum(i, attraction))];
}
