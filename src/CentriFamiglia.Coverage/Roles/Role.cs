namespace CentriFamiglia.Coverage.Roles;

/// <summary>What somebody is to the service. One person may be several.</summary>
public enum Role
{
    /// <summary>Reads what was published.</summary>
    Reader,

    /// <summary>Sits in the Cabina di Regia of an ATS: reads, comments, decides.</summary>
    Cabina,

    /// <summary>Plans for an ATS: writes what is its own.</summary>
    Planner,

    /// <summary>The Region: everything of everybody, and what is published.</summary>
    Region,

    /// <summary>Runs the service.</summary>
    Administrator,

    /// <summary>Whoever asks a service that signs nobody in: reads, and writes nothing.</summary>
    Unsigned,
}

/// <summary>What may be done.</summary>
public enum Deed
{
    /// <summary>Published analyses, their dossier, minutes and decisions.</summary>
    ReadPublished,

    /// <summary>The territory and its figures as they are now: questions, layers, tiles, files.</summary>
    ReadFigures,

    /// <summary>Scenarios, and analyses that are not published.</summary>
    ReadDrafts,

    /// <summary>Makes and changes scenarios, freezes analyses.</summary>
    Draft,

    /// <summary>Remarks on a decision.</summary>
    Comment,

    /// <summary>Decides on a proposal, on resources and on exceptions.</summary>
    Decide,

    /// <summary>Sedi, networks, memberships, imports, scenarios applied.</summary>
    WriteTerritory,

    /// <summary>Makes and revokes links that open one analysis to who has them.</summary>
    Share,

    /// <summary>Publishes an analysis.</summary>
    Publish,

    /// <summary>Chooses what holds for everybody: the rule set, the active set of sedi.</summary>
    SetRules,

    /// <summary>The register of changes.</summary>
    ReadRegister,

    /// <summary>Other people's searches, the measures of the service.</summary>
    Administer,
}

/// <summary>How far a deed reaches.</summary>
public enum Reach
{
    None,

    /// <summary>The ATS of who does it.</summary>
    Own,

    /// <summary>The whole region.</summary>
    All,
}
