package org.metarec.graph.store;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.metarec.graph.node.NodeIds;
import org.metarec.model.TrainingState;
import org.metarec.model.embedding.SparseRows;
import org.metarec.model.taste.Fisher;
import org.metarec.model.taste.TasteModel;
import org.metarec.triple.Progress;
import org.metarec.triple.id.Vocabulary;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;

/**
 * A live model as a training sees it that goes on from it. What nodes keep of it is read by the
 * vocabulary of the graph as it is now.
 *
 * @param fisher empty where the model knows of no tastes
 * @param latestInteraction of those the model saw; −∞ where none had a time
 */
public record PreviousModel(
    ModelNode model,
    ModelParameters parameters,
    Optional<Fisher> fisher,
    double latestInteraction) {

  static PreviousModel read(Node node, ModelNode model) {
    ModelParameters parameters = ParameterFormat.read(node, model);
    Optional<TasteModel> taste = parameters.taste();
    return new PreviousModel(
        model,
        parameters,
        taste.map(known -> TrainingStateFormat.fisher(node, known.prior().shape())),
        taste.isPresent() ? TrainingStateFormat.latestInteraction(node) : Double.NEGATIVE_INFINITY);
  }

  /** Hears of each embedding. */
  public interface Rows {
    void add(int entity, float[] row);
  }

  /**
   * The embeddings of those entities that have one of their own.
   *
   * @param featureValues names of the entities after the nodes
   */
  public void rows(
      Transaction tx,
      Vocabulary vocabulary,
      List<String> featureValues,
      Rows rows,
      Progress progress) {
    for (int entity = 0; entity < vocabulary.nodeCount(); entity++) {
      progress.checkRunning();
      int current = entity;
      model
          .row(tx, vocabulary.nodeId(entity), NodePart.EMBEDDING)
          .filter(parameters::isFitted)
          .ifPresent(row -> rows.add(current, row));
    }
    for (int value = 0; value < featureValues.size(); value++) {
      Integer row = parameters.featureValues().get(featureValues.get(value));
      if (row != null) {
        rows.add(vocabulary.nodeCount() + value, parameters.featureRows().row(row));
      }
    }
  }

  /**
   * What goes on, for the items and users as they are now; empty where the model knows of no
   * tastes.
   */
  public Optional<TrainingState> state(Transaction tx, Vocabulary vocabulary, Progress progress) {
    return fisher.map(
        known ->
            new TrainingState(
                known,
                itemOffsets(tx, vocabulary, progress),
                knownUsers(tx, vocabulary, progress),
                latestInteraction));
  }

  /** Which items it has a row of: all that were there at its training, clicked or not. */
  public BitSet items(Transaction tx, Vocabulary vocabulary, Progress progress) {
    BitSet items = new BitSet(vocabulary.itemCount());
    for (int item = 0; item < vocabulary.itemCount(); item++) {
      progress.checkRunning();
      items.set(
          item,
          NodeIds.read(
                  tx,
                  vocabulary.nodeId(item),
                  node -> node.hasProperty(model.property(NodePart.ITEM)))
              .orElse(false));
    }
    return items;
  }

  private BitSet knownUsers(Transaction tx, Vocabulary vocabulary, Progress progress) {
    BitSet known = new BitSet(vocabulary.userCount());
    int firstUser = vocabulary.itemCount();
    for (int user = 0; user < vocabulary.userCount(); user++) {
      progress.checkRunning();
      known.set(user, model.row(tx, vocabulary.nodeId(firstUser + user), NodePart.OWN).isPresent());
    }
    return known;
  }

  private SparseRows itemOffsets(Transaction tx, Vocabulary vocabulary, Progress progress) {
    float[][] offsets = new float[vocabulary.itemCount()][];
    for (int item = 0; item < offsets.length; item++) {
      progress.checkRunning();
      offsets[item] =
          model
              .row(tx, vocabulary.nodeId(item), NodePart.OWN)
              .filter(offset -> offset.length > 0) // else it was a known user, and is an item since
              .orElse(null);
    }
    return new SparseRows(offsets);
  }
}
