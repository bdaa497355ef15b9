using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Solver.Plan;

namespace CentriFamiglia.Coverage.Tests.Siting.Plan;

/// <summary>A small problem with every constraint there is, and its answer by trying all sets.</summary>
internal sealed class RandomPlan
{
    private readonly int[][] _hubs;
    private readonly int[] _ambito;
    private readonly bool[,] _served;
    private readonly int[] _spokeRoom;
    private readonly int[] _ambitiRoom;

    /// <param name="random">Says everything.</param>
    /// <param name="withFixed">Whether some options must be in every set.</param>
    public RandomPlan(Random random, bool withFixed = false)
    {
        int options = random.Next(1, 10);
        int points = random.Next(1, 9);
        (int groups, int hubs, int ambiti) = (random.Next(1, 3), random.Next(1, 4), 4);
        // An area, a second area and an Ambito lie each in one group.
        int[] group = [.. Enumerable.Range(0, options).Select(_ => random.Next(groups))];
        int[] area = Numbered([.. group.Select(g => random.Next(4) == 0 ? -1 : (g * 10) + random.Next(2))], out int areas);
        int[] second = Numbered([.. group.Select(g => random.Next(3) > 0 ? -1 : (g * 10) + random.Next(2))], out int seconds);
        _ambito = [.. area.Select((a, j) => random.Next(3) == 0 || a < 0 ? random.Next(ambiti) : a % ambiti)];
        _hubs = [.. Enumerable.Range(0, options).Select(_ => Enumerable.Range(0, hubs).Where(_ => random.Next(3) > 0).ToArray())];
        _spokeRoom = [.. Enumerable.Range(0, hubs).Select(_ => random.Next(0, 3))];
        _ambitiRoom = [.. Enumerable.Range(0, hubs).Select(_ => random.Next(0, 3))];
        _served = new bool[hubs, ambiti];
        for (int h = 0; h < hubs; h++)
            _served[h, random.Next(ambiti)] = true;
        bool once = random.Next(4) == 0;
        bool money = random.Next(3) == 0;
        (int[] start, List<int> point, List<double> gain) = (new int[options + 1], [], []);
        for (int j = 0; j < options; j++)
        {
            foreach (int i in Enumerable.Range(0, points).Where(_ => random.Next(2) == 0))
            {
                point.Add(i);
                gain.Add(random.Next(1, random.Next(2) == 0 ? 4 : 1000));
            }

            start[j + 1] = point.Count;
        }

        Problem = new PlanProblem
        {
            Points = points,
            Start = start,
            Point = [.. point],
            Gain = [.. gain],
            Most = random.Next(0, 5),
            Area = area,
            Areas = areas,
            Second = once ? [.. second.Select(_ => -1)] : second,
            Seconds = once ? 0 : seconds,
            OncePerArea = once,
            Group = group,
            GroupMost = [.. Enumerable.Range(0, groups).Select(_ => random.Next(3) == 0 ? random.Next(0, 3) : int.MaxValue)],
            Cost = [.. Enumerable.Range(0, options).Select(_ => money ? random.Next(1, 10) : 0.0)],
            Purse = [.. Enumerable.Range(0, groups + 1).Select(_ => money && random.Next(2) == 0 ? random.Next(5, 25) : double.PositiveInfinity)],
            NewHubs = NewHubs,
            MostNewHubs = random.Next(2) == 0 ? 0 : int.MaxValue,
            Fixed = withFixed ? [.. Enumerable.Range(0, options).Where(_ => random.Next(options) == 0)] : [],
            Networks = new PlanNetworks(
                _hubs, [.. _ambito.Select(a => $"A{a}")], [.. _hubs.Select((of, j) => of.Select(h => !_served[h, _ambito[j]]).ToArray())], _spokeRoom, _ambitiRoom, area),
        };
    }

    private RandomPlan(RandomPlan other) => (_hubs, _ambito, _served, _spokeRoom, _ambitiRoom, Problem) =
        (other._hubs, other._ambito, other._served, other._spokeRoom, other._ambitiRoom, other.Problem);

    public PlanProblem Problem { get; private init; }

    /// <summary>One in which nothing but the number counts, and places in the networks: no new Hubs.</summary>
    public static RandomPlan OnlyNetworks(Random random)
    {
        var plan = new RandomPlan(random);
        int[] none = [.. plan.Problem.Area.Select(_ => -1)];
        return new RandomPlan(plan)
        {
            Problem = plan.Problem with
            {
                Area = none,
                Areas = 0,
                Second = none,
                Seconds = 0,
                OncePerArea = false,
                GroupMost = [.. plan.Problem.GroupMost.Select(_ => int.MaxValue)],
                Purse = [.. plan.Problem.Purse.Select(_ => double.PositiveInfinity)],
                MostNewHubs = 0,
                TooMany = set => plan.Places(set).AreTooFew(),
                MostPlaces = plan.Places([.. Enumerable.Range(0, plan.Problem.Options)]).Taken(),
            },
        };
    }

    /// <summary>The best value of all sets; <see cref="PlanValue.None"/> when no set keeps the constraints.</summary>
    public PlanValue Best()
    {
        PlanValue best = PlanValue.None;
        for (int bits = 0; bits < 1 << Problem.Options; bits++)
        {
            int[] set = [.. Enumerable.Range(0, Problem.Options).Where(j => (bits & (1 << j)) != 0)];
            if (!Keeps(set))
                continue;
            var value = new PlanValue(Problem.NewHubs(set), Score(set));
            if (value.NewHubs <= Problem.MostNewHubs && value.CompareTo(best) > 0)
                best = value;
        }

        return best;
    }

    public bool Keeps(int[] set)
    {
        bool areas = Enumerable.Range(0, Problem.Areas).All(a => set.Count(j => Problem.Area[j] == a) is var n && (Problem.OncePerArea ? n <= 1 : n >= 1));
        bool seconds = Enumerable.Range(0, Problem.Seconds).All(s => set.Any(j => Problem.Second[j] == s));
        bool groups = Enumerable.Range(0, Problem.GroupMost.Length).All(g => set.Count(j => Problem.Group[j] == g) <= Problem.GroupMost[g]
            && set.Where(j => Problem.Group[j] == g).Sum(j => Problem.Cost[j]) <= Problem.Purse[g]);
        return Problem.Fixed.All(set.Contains) && set.Length <= Problem.Most && areas && seconds && groups && set.Sum(j => Problem.Cost[j]) <= Problem.Purse[^1];
    }

    private HubPlaces Places(IReadOnlyList<int> set) => new(
        [.. set.Select(j => _hubs[j])],
        [.. set.Select(j => _hubs[j].Select(h => _served[h, _ambito[j]] ? null : $"A{_ambito[j]}").ToArray())],
        h => _spokeRoom[h],
        h => _ambitiRoom[h]);

    private double Score(int[] set) => Enumerable.Range(0, Problem.Points).Sum(i => set
        .SelectMany(j => Enumerable.Range(Problem.Start[j], Problem.Start[j + 1] - Problem.Start[j])).Where(e => Problem.Point[e] == i)
        .Select(e => Problem.Gain[e]).DefaultIfEmpty(0).Max());

    private int NewHubs(IReadOnlyList<int> set)
    {
        int[] spokes = new int[_spokeRoom.Length];
        var taken = new HashSet<(int, int)>();
        return Fewest(0);

        int Fewest(int at)
        {
            if (at == set.Count)
                return 0;
            int ambito = _ambito[set[at]];
            int best = 1 + Fewest(at + 1);
            foreach (int h in _hubs[set[at]])
            {
                bool adds = !_served[h, ambito] && !taken.Contains((h, ambito));
                if (spokes[h] >= _spokeRoom[h] || (adds && taken.Count(t => t.Item1 == h) >= _ambitiRoom[h]))
                    continue;
                spokes[h]++;
                if (adds)
                    taken.Add((h, ambito));
                best = Math.Min(best, Fewest(at + 1));
                spokes[h]--;
                if (adds)
                    taken.Remove((h, ambito));
            }

            return best;
        }
    }

    private static int[] Numbered(int[] keys, out int count)
    {
        int[] distinct = [.. keys.Where(k => k >= 0).Distinct()];
        count = distinct.Length;
        return [.. keys.Select(k => k < 0 ? -1 : Array.IndexOf(distinct, k))];
    }
}
